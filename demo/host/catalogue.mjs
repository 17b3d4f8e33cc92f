// The back end of a page that lets patrons log in: all that a host needs, in plain Node. Copy it, and put your own sessions in place of the map.
import { createHash, randomBytes } from 'node:crypto';

/** Verifier and outcome of each visitor, by the cookie that only this server reads. */
const visitors = new Map();

const cookieOf = (request) => /(?:^|;\s*)catalogue=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];

/** The visitor of a request; a new one gets a cookie that no script can read. */
export function visitorOf(request, response) {
  const known = visitors.get(cookieOf(request));
  if (known) return known;
  const id = randomBytes(32).toString('base64url');
  const visitor = { verifier: undefined, told: undefined, purpose: 'login' };
  visitors.set(id, visitor);
  response.setHeader('Set-Cookie', `catalogue=${id}; Path=/demo/; HttpOnly; SameSite=Lax`);
  return visitor;
}

/** 1. Before the page is shown: a verifier that stays here, and its challenge for the tag's `handover-challenge`. */
export function challengeFor(visitor) {
  visitor.verifier = randomBytes(32).toString('base64url');
  return createHash('sha256').update(visitor.verifier).digest('base64url');
}

/**
 * 2. When the element has posted the code: it is redeemed over the back channel, once, with this host's own credentials. What comes back says who has
 * logged in; a code that somebody else was given, or that has been used, is refused.
 */
export async function redeem(visitor, code, { gateway, clientId, clientSecret }) {
  const { verifier } = visitor;
  visitor.verifier = undefined;
  const response = await fetch(new URL('handovers/redemptions', gateway), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64')}`,
    },
    body: JSON.stringify({ code, verifier }),
  });
  if (!response.ok) throw new Error(`the login was refused: ${response.status}`);
  visitor.told = await response.json();
}
