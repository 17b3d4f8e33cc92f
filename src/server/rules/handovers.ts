import {
  handoverRequestSchema,
  handoverSchema,
  redemptionRequestSchema,
  redemptionSchema,
  type Redemption,
} from '../../contracts/login.js';
import type { GatewayContext, Rules } from '../context.js';
import { GatewayProblem } from '../problem.js';
import { readBody, reply } from '../reply.js';
import { isSame, opaque, sha256 } from '../secrets.js';
import type { SessionRecord } from '../store/store.js';
import { profileOf } from './profile.js';

const HANDOVER_SECONDS = 60;

/** A code for the host's back end, which works once, for a minute, with the verifier of `challenge`. */
export async function handOver(
  context: GatewayContext,
  session: SessionRecord | null,
  challenge: string,
  more: Partial<Redemption>,
): Promise<string> {
  const { store, now, librarySystem } = context;
  const code = opaque();
  const patron = session ? await librarySystem.find(session.identity) : undefined;
  const facts: Omit<Redemption, 'subject'> = {
    method: session ? (session.card ? 'library-card' : session.identity.provider === 'wayf' ? 'wayf' : 'eid') : 'guest',
    ...(session?.card && { library: session.card.library }),
    profile: session ? (await profileOf(context, session)).status : 'none',
    patron: { status: patron?.status ?? 'none' },
    ...more,
  };
  const subject = session?.identity.subject ?? opaque();
  await store.put('handover', await sha256(code), { challenge, subject, facts }, now() + HANDOVER_SECONDS * 1000);
  return code;
}

/** The host of HTTP Basic authentication (RFC 6749, 2.3.1). */
async function hostOf({ hosts }: GatewayContext, authorization: string | null): Promise<string> {
  const basic = /^Basic ([\w+/=-]+)$/i.exec(authorization ?? '')?.[1];
  let credentials: string[] = [];
  try {
    credentials = basic === undefined ? [] : atob(basic).split(':').map(decodeURIComponent);
  } catch {
    // Neither base64 nor URL-encoded: nobody's.
  }
  const [id = '', secret = ''] = credentials;
  const known = Object.hasOwn(hosts, id) ? hosts[id] : undefined;
  if (!(await isSame(secret, known ?? opaque()))) throw new GatewayProblem('session-expired');
  return id;
}

export function handoverRules(context: GatewayContext): Rules {
  const { store, pairwiseSalt } = context;
  return {
    'POST handovers': async ({ session, body }) => {
      const { challenge, order } = readBody(handoverRequestSchema, body);
      const code = await handOver(context, await session(), challenge, order === undefined ? {} : { order });
      return reply(201, handoverSchema, { code, expiresIn: HANDOVER_SECONDS });
    },
    'POST handovers/redemptions': async ({ body, authorization }) => {
      const host = await hostOf(context, authorization);
      const { code, verifier } = readBody(redemptionRequestSchema, body);
      const kept = await store.take('handover', await sha256(code));
      if (!kept || !(await isSame(kept.challenge, await sha256(verifier)))) throw new GatewayProblem('proof-invalid');
      // Another name for each host, so that two can't compare.
      const subject = await sha256(`${pairwiseSalt}|${host}|${kept.subject}`);
      return reply(200, redemptionSchema, { subject, ...kept.facts });
    },
  };
}
