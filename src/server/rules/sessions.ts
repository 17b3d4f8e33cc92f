import {
  authorizationRequestSchema,
  authorizationSchema,
  sessionRequestSchema,
  sessionSchema,
  type Session,
} from '../../contracts/session.js';
import { ageOn } from '../../domain/age.js';
import { todayInCopenhagen } from '../../domain/copenhagen.js';
import { isActive, type GatewayContext, type Reply, type Rules } from '../context.js';
import type { Card, Identity, Patron } from '../ports.js';
import { GatewayProblem } from '../problem.js';
import { NO_CONTENT, readBody, reply } from '../reply.js';
import { isSame, opaque, sha256 } from '../secrets.js';
import type { SessionRecord } from '../store/store.js';
import { birthDateOf, cprOf } from './person.js';
import { profileOf } from './profile.js';
import { limitTries } from './tries.js';
import { primaryUserId } from './user-ids.js';

/** Seconds. */
export const SESSION_LIFE = 1_200;
const CHALLENGE_LIFE = 1_800_000;

async function describe(context: GatewayContext, token: string, session: SessionRecord): Promise<Session> {
  const { library, librarySystem, now } = context;
  const { identity, card, proven } = session;
  const patron = await librarySystem.find(identity);
  const birthDate = birthDateOf(identity);
  const { name, municipality, addressProtected, email, affiliation, organization } = identity;
  return {
    token,
    expiresIn: SESSION_LIFE,
    person: {
      ...(birthDate !== undefined && { birthDate, age: ageOn(birthDate, todayInCopenhagen(now())) }),
      hasCpr: cprOf(identity) !== undefined,
      // A protected name is told to nobody, whatever the broker says.
      ...(name !== undefined && !addressProtected && { name }),
      ...(municipality && { municipality }),
      ...(addressProtected && { addressProtected }),
      ...(email !== undefined && { email }),
      ...(affiliation !== undefined && { affiliation }),
      ...(organization !== undefined && { organization }),
    },
    patron: {
      status: patron?.status ?? 'none',
      ...(patron?.reason !== undefined && { reason: patron.reason }),
      ...(isActive(patron) && { userId: primaryUserId(patron) }),
    },
    library: card?.library ?? library.id,
    method: card ? 'library-card' : identity.provider === 'wayf' ? 'wayf' : 'eid',
    provenLibraries: [...proven],
    profile: await profileOf(context, session),
  };
}

const identityOf = ({ id, cpr, card, birthDate, email }: Patron): Identity => ({
  ...{ subject: id, provider: 'library-card', cpr, birthDate, email },
  ...(cpr === undefined && { userId: card }),
});

/** User ID and PIN at a library. Known or not, the answer and the tries that are left are the same. */
export async function checkCard(context: GatewayContext, library: string, userId: string, pin: string): Promise<Card> {
  const known = await context.directory?.get(library);
  if (!known?.policy.login) throw new GatewayProblem('library-unknown');
  const tries = await limitTries(context, `${library}|${userId}`);
  const card = await context.directory?.checkCard(library, userId, pin);
  if (!card) return tries.wrong();
  await tries.right();
  if (card.blocked !== undefined) throw new GatewayProblem('blocked', { reason: card.blocked });
  return { library, userId, subject: card.subject };
}

/** Card and PIN: of this library's own patrons, or of another library in the directory. */
async function identifyByCard(
  context: GatewayContext,
  { library, userId, pin }: { library: string; userId: string; pin: string },
): Promise<{ identity: Identity; card: Card }> {
  const { librarySystem } = context;
  if (library !== context.library.id) {
    const card = await checkCard(context, library, userId, pin);
    // Other libraries say that the card is right, and nothing of the person.
    return { card, identity: { subject: card.subject, provider: 'library-card' } };
  }
  if (!librarySystem.authenticate) throw new GatewayProblem('library-unknown');
  const tries = await limitTries(context, userId);
  const patron = await librarySystem.authenticate(userId, pin);
  if (patron === 'locked') throw new GatewayProblem('locked-out', { retryAfter: SESSION_LIFE });
  if (!patron) return tries.wrong();
  await tries.right();
  if (patron.status === 'blocked') throw new GatewayProblem('blocked', patron.reason === undefined ? {} : { reason: patron.reason });
  return { card: { library, userId, subject: patron.id }, identity: identityOf(patron) };
}

export function sessionRules(context: GatewayContext): Rules {
  const { store, now, library, librarySystem, broker } = context;
  const { authorize } = broker;
  const save = async (token: string, session: SessionRecord): Promise<number> => {
    const expiresAt = now() + SESSION_LIFE * 1000;
    await store.put('session', await sha256(token), session, expiresAt);
    return expiresAt;
  };
  return {
    ...(authorize && {
      'POST authorizations': async ({ body }) => {
        const request = readBody(authorizationRequestSchema, body);
        const url = await authorize.call(broker, request);
        // For brokers without PKCE: compared when the code comes back.
        await store.put('challenge', await sha256(request.state), { codeChallenge: request.codeChallenge }, now() + CHALLENGE_LIFE);
        return reply(201, authorizationSchema, { url });
      },
    }),
    'POST sessions': async ({ body }): Promise<Reply> => {
      const proof = readBody(sessionRequestSchema, body);
      if (proof.method === 'code') {
        if (proof.codeVerifier === '' || proof.nonce === '') throw new GatewayProblem('proof-invalid');
        const kept = proof.state === undefined ? undefined : await store.take('challenge', await sha256(proof.state));
        // A broker without PKCE leaves it to the gateway, which then takes no code of a login that it did not start.
        if (!kept && broker.leavesPkce?.(proof.provider)) throw new GatewayProblem('proof-invalid');
        if (kept && !(await isSame(kept.codeChallenge, await sha256(proof.codeVerifier)))) throw new GatewayProblem('proof-invalid');
      }
      const found = proof.method === 'library-card' ? await identifyByCard(context, proof) : { identity: await broker.identify(proof) };
      const { identity } = found;
      const card = 'card' in found ? found.card : undefined;
      const home = identity.homeOrganization;
      if (home !== undefined && library.homeOrganization !== undefined && home !== library.homeOrganization)
        throw new GatewayProblem('not-permitted');
      await librarySystem.admit?.(identity);
      const token = opaque();
      const session: SessionRecord = {
        identity,
        proven: card ? [card.library] : [],
        card,
        ...(proof.method === 'code' && { codeChallenge: await sha256(proof.codeVerifier) }),
      };
      const expiresAt = await save(token, session);
      return { ...reply(201, sessionSchema, await describe(context, token, session)), identity, expiresAt };
    },
    'GET sessions/current': async ({ session, token = '' }) => {
      const open = await session();
      await save(token, open);
      return reply(200, sessionSchema, await describe(context, token, open));
    },
    'DELETE sessions/current': async ({ session, token = '' }) => {
      await session();
      await store.remove('session', await sha256(token));
      return NO_CONTENT;
    },
  };
}
