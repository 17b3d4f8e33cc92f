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
import { challengeOf, checkCard, profileOf } from './login.js';
import { birthDateOf, cprOf, opaque, recordOf, type CardLogin, type Identity, type LibraryState, type OpenSession } from './state.js';
import { limitTries } from './tries.js';
import { primaryUserId } from './user-ids.js';

/** Seconds. */
export const SESSION_LIFE = 1_200;

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

function describe(state: LibraryState, token: string, open: OpenSession): Session {
  const { identity, card, proven } = open;
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
    library: card?.library ?? state.profile.id,
    method: card ? 'library-card' : identity.provider === 'wayf' ? 'wayf' : 'eid',
    provenLibraries: [...proven],
    profile: profileOf(state, open),
  };
}

/** Card and PIN: of this library's own patrons, or of another library in the directory. */
function identifyByCard(
  state: LibraryState,
  { library, userId, pin }: { library: string; userId: string; pin: string },
): { identity: Identity; card: CardLogin } {
  const { patrons, profile } = state;
  if (library !== profile.id) {
    const card = checkCard(state, library, userId, pin);
    // Other libraries say that the card is right, and nothing of the person.
    return { card, identity: { subject: card.subject, provider: 'library-card' } };
  }
  const tries = limitTries(state, userId);
  const patron = [...patrons.values()].find(
    (one) => one.status === 'active' && (one.cpr === userId || one.card === userId || one.emailUserIds.includes(userId)),
  );
  if (patron?.pin === undefined || patron.pin !== pin) return tries.wrong();
  tries.right();
  const { subject, cpr, birthDate, email } = patron;
  return { card: { library, userId, subject }, identity: { subject, provider: 'library-card', cpr, birthDate, email } };
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
      const { identity, card } = proof.method === 'library-card' ? identifyByCard(state, proof) : { identity: await identify(proof) };
      const foreign =
        identity.homeOrganization !== undefined &&
        profile.homeOrganization !== undefined &&
        identity.homeOrganization !== profile.homeOrganization;
      if (foreign || recordOf(identity.subject).notPermitted) throw new LibraryProblem('not-permitted');
      const token = opaque();
      const session: OpenSession = {
        identity,
        expiresAt: now() + SESSION_LIFE * 1000,
        proven: new Set(card && [card.library]),
        ...(card && { card }),
        ...(proof.method === 'code' && { codeChallenge: await challengeOf(proof.codeVerifier) }),
      };
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
