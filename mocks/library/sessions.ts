import {
  authorizationRequestSchema,
  sessionRequestSchema,
  type SessionRequest,
  authorizationSchema,
  sessionSchema,
  type Session,
} from '../../src/contracts/session.js';
import { ageOn } from '../../src/domain/age.js';
import { todayInCopenhagen } from '../../src/domain/copenhagen.js';
import { LibraryProblem } from '../problem.js';
import { NO_CONTENT, readBody, reply, type Routes } from './route.js';
import { birthDateOf, cprOf, opaque, recordOf, type Identity, type LibraryState, type OpenSession } from './state.js';
import { primaryUserId } from './user-ids.js';

/** Seconds. */
export const SESSION_LIFE = 1_200;
const LOCK_SECONDS = 1_200;
const ATTEMPTS = 3;

export interface SessionPorts {
  /** Redeems a proof; rejects with a {@link LibraryProblem}. */
  identify(proof: SessionRequest): Promise<Identity>;
  /** The address that a hand-off started by the gateway leaves for. */
  authorize?(request: {
    provider: string;
    redirectUri: string;
    state: string;
    nonce: string;
    codeChallenge: string;
    language: string;
  }): Promise<string>;
}

export function findSession({ sessions, now }: LibraryState, token: string | undefined): OpenSession | undefined {
  const session = token === undefined ? undefined : sessions.get(token);
  return session && session.expiresAt > now() ? session : undefined;
}

function describe(state: LibraryState, token: string, { identity }: OpenSession): Session {
  const patron = state.patrons.get(identity.subject);
  const birthDate = birthDateOf(identity);
  const { name, municipality, addressProtected, email, affiliation, organization } = identity;
  return {
    token,
    expiresIn: SESSION_LIFE,
    person: {
      ...(birthDate && { birthDate, age: ageOn(birthDate, todayInCopenhagen(state.now())) }),
      hasCpr: cprOf(identity) !== undefined,
      ...(name !== undefined && !addressProtected && { name }),
      ...(municipality && { municipality }),
      ...(addressProtected && { addressProtected }),
      ...(email && { email }),
      ...(affiliation && { affiliation }),
      ...(organization && { organization }),
    },
    patron: {
      status: patron?.status ?? 'none',
      ...(patron?.reason && { reason: patron.reason }),
      ...(patron?.status === 'active' && { userId: primaryUserId(patron) }),
    },
    library: state.profile.id,
  };
}

/** Card and PIN. Three wrong PINs lock the user ID, whether there is such a patron or not. */
function identifyByCard(state: LibraryState, { userId, pin }: { userId: string; pin: string }): Identity {
  const { patrons, wrongPins, now } = state;
  const tries = wrongPins.get(userId) ?? { count: 0, lockedUntil: 0 };
  if (tries.lockedUntil > now()) throw new LibraryProblem('locked-out', { retryAfter: Math.ceil((tries.lockedUntil - now()) / 1000) });
  const patron = [...patrons.values()].find(
    (one) => one.status === 'active' && (one.cpr === userId || one.card === userId || one.emailUserIds.includes(userId)),
  );
  if (patron?.pin !== undefined && patron.pin === pin) {
    wrongPins.delete(userId);
    return { subject: patron.subject, provider: 'library-card', cpr: patron.cpr, birthDate: patron.birthDate, email: patron.email };
  }
  const count = tries.count + 1;
  const locked = count >= ATTEMPTS;
  wrongPins.set(userId, { count: locked ? 0 : count, lockedUntil: locked ? now() + LOCK_SECONDS * 1000 : 0 });
  throw locked
    ? new LibraryProblem('locked-out', { retryAfter: LOCK_SECONDS })
    : new LibraryProblem('credentials-wrong', { attemptsLeft: ATTEMPTS - count });
}

export function sessionRoutes(state: LibraryState, { identify, authorize }: SessionPorts): Routes {
  const { sessions, now, profile } = state;
  return {
    'POST authorizations': async ({ body }) => {
      const request = readBody(authorizationRequestSchema, body);
      if (!authorize) throw new LibraryProblem('provider-failed');
      return reply(201, authorizationSchema, { url: await authorize(request) });
    },
    'POST sessions': async ({ body }) => {
      const proof = readBody(sessionRequestSchema, body);
      const identity = proof.method === 'library-card' ? identifyByCard(state, proof) : await identify(proof);
      const foreign =
        identity.homeOrganization !== undefined &&
        profile.homeOrganization !== undefined &&
        identity.homeOrganization !== profile.homeOrganization;
      if (foreign || recordOf(identity.subject).notPermitted) throw new LibraryProblem('not-permitted');
      const token = opaque();
      const session = { identity, expiresAt: now() + SESSION_LIFE * 1000 };
      sessions.set(token, session);
      return reply(201, sessionSchema, describe(state, token, session));
    },
    'GET sessions/current': ({ session, token = '' }) => {
      const open = session();
      open.expiresAt = now() + SESSION_LIFE * 1000;
      return reply(200, sessionSchema, describe(state, token, open));
    },
    'DELETE sessions/current': ({ session, token = '' }) => {
      session();
      sessions.delete(token);
      return NO_CONTENT;
    },
  };
}
