import { GUEST_FIELDS, librariesSchema, librarySchema, type Library } from '../../src/contracts/directory.js';
import {
  attachRequestSchema,
  guestOrderRequestSchema,
  guestOrderSchema,
  handoverRequestSchema,
  handoverSchema,
  linkIntentRequestSchema,
  linkIntentSchema,
  linkOfferSchema,
  orderCheckSchema,
  profileIdsSchema,
  profileSchema,
  PURPOSES,
  redemptionRequestSchema,
  redemptionSchema,
  type Purpose,
} from '../../src/contracts/login.js';
import { parseCpr } from '../../src/domain/cpr.js';
import { fieldProblem, LibraryProblem } from '../problem.js';
import { limitTries } from './tries.js';
import { NO_CONTENT, readBody, reply, type LibraryCall, type Routes } from './route.js';
import { opaque, type CardLogin, type LibraryState, type OpenSession } from './state.js';

const DAY = 24 * 3_600_000;
const INTENT_SECONDS = 900;
const HANDOVER_SECONDS = 60;
const ID_FIELDS = ['cpr', 'userId', 'barcode', 'cardno', 'customId'] as const;

/** S256 of PKCE (RFC 7636). */
export async function challengeOf(verifier: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

const keyOf = ({ library, userId }: Pick<CardLogin, 'library' | 'userId'>): string => `${library}|${userId}`;

/** Whose profile this card is in. */
const ownerOf = ({ profiles }: LibraryState, { library, userId }: CardLogin): string | undefined =>
  [...profiles].find(([, cards]) => cards.some((card) => card.library === library && card.userId === userId))?.[0];

/** What the session tells of the profile: nothing where it takes an eID that this login is not. */
export function profileOf(
  state: LibraryState,
  session: OpenSession,
): { status: 'none' | 'linked' | 'withheld'; offerLink: boolean; libraries?: string[] } {
  const { card, identity } = session;
  if (!card) {
    const cards = state.profiles.get(identity.subject);
    return cards ? { status: 'linked', offerLink: false, libraries: idsOf(state, identity.subject) } : { status: 'none', offerLink: false };
  }
  const { policy } = state.directory.get(card.library) ?? {};
  if (policy?.culr !== false) return { status: 'linked', offerLink: false, libraries: idsOf(state, identity.subject) };
  if (ownerOf(state, card) !== undefined) return { status: 'withheld', offerLink: false };
  return { status: 'none', offerLink: (state.silencedOffers.get(keyOf(card)) ?? 0) <= state.now() };
}

/** Libraries of a profile: those that come by themselves, where the person is a patron, and those that were added. */
function idsOf(state: LibraryState, subject: string): string[] {
  const own = state.patrons.get(subject)?.status === 'active' ? [state.profile.id] : [];
  const synced = state.cards
    .filter((card) => card.subject === subject && state.directory.get(card.library)?.policy.culr)
    .map(({ library }) => library);
  const added = (state.profiles.get(subject) ?? []).map(({ library }) => library);
  return [...new Set([...own, ...synced, ...added])];
}

/** User ID and PIN at a library. Known or not, the answer and the tries that are left are the same. */
export function checkCard(state: LibraryState, library: string, userId: string, pin: string): CardLogin {
  const known = state.directory.get(library);
  if (!known?.policy.login) throw new LibraryProblem('library-unknown');
  const tries = limitTries(state, keyOf({ library, userId }));
  const card = state.cards.find((one) => one.library === library && one.userId === userId && one.pin === pin);
  if (!card) return tries.wrong();
  tries.right();
  if (card.blocked) throw new LibraryProblem('blocked', { reason: card.blocked });
  return { library, userId, subject: card.subject };
}

/** What a host may be told of a person: another name for each host, so that two hosts can't compare. */
const pairwise = (host: string, subject: string): Promise<string> => challengeOf(`${host}|${subject}`);

function hostOf({ hosts }: LibraryState, authorization: string | null): string {
  const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  const [id = '', secret = ''] = basic === undefined ? [] : atob(basic).split(':').map(decodeURIComponent);
  if (!Object.hasOwn(hosts, id) || hosts[id] !== secret) throw new LibraryProblem('session-expired');
  return id;
}

const isPurpose = (value: string | null): value is Purpose => (PURPOSES as readonly (string | null)[]).includes(value);

export function loginRoutes(state: LibraryState): Routes {
  const { directory, profiles, linkIntents, handovers, silencedOffers, sessions, now } = state;

  const libraryOf = (id: string): Library => {
    const library = directory.get(id);
    if (!library) throw new LibraryProblem('library-unknown');
    return library;
  };
  const byEid = (session: OpenSession): string => {
    if (session.card) throw new LibraryProblem('not-permitted');
    return session.identity.subject;
  };
  const byCard = ({ card }: OpenSession): CardLogin => {
    if (!card) throw new LibraryProblem('not-permitted');
    return card;
  };

  async function handOver(
    session: OpenSession | null,
    challenge: string,
    more: Partial<(typeof redemptionSchema)['_zod']['output']>,
  ): Promise<string> {
    const code = opaque();
    handovers.set(code, {
      challenge,
      expiresAt: now() + HANDOVER_SECONDS * 1000,
      subject: session?.identity.subject ?? opaque(),
      facts: {
        method: session ? (session.card ? 'library-card' : session.identity.provider === 'wayf' ? 'wayf' : 'eid') : 'guest',
        ...(session?.card && { library: session.card.library }),
        profile: session ? profileOf(state, session).status : 'none',
        patron: { status: (session && state.patrons.get(session.identity.subject)?.status) ?? 'none' },
        ...more,
      },
    });
    return code;
  }

  return {
    'GET libraries': ({ query }) => {
      const purpose = query.get('purpose');
      const limit = Math.min(Math.max(1, Number(query.get('limit') ?? 20) || 20), 50);
      const from = Number(query.get('cursor') ?? 0) || 0;
      const { libraries, total } = directory.find(query.get('q') ?? '', isPurpose(purpose) ? purpose : 'login', from, limit);
      const next = from + limit < total ? { next: String(from + limit) } : {};
      return { ...reply(200, librariesSchema, { libraries, ...next }), cacheable: true };
    },
    'GET libraries/:': ({ parameter }) => ({ ...reply(200, librarySchema, libraryOf(parameter)), cacheable: true }),

    'GET profiles/me': ({ session }) => {
      const subject = byEid(session());
      if (!profiles.has(subject)) throw new LibraryProblem('not-found');
      const added = profiles.get(subject)?.map(({ library }) => library) ?? [];
      return reply(200, profileSchema, {
        libraries: idsOf(state, subject).map((id) => {
          const { name, kind } = libraryOf(id);
          return { id, name, kind, removable: added.includes(id) };
        }),
      });
    },
    'POST profiles': ({ session }) => {
      const subject = byEid(session());
      const isNew = !profiles.has(subject);
      if (isNew) profiles.set(subject, []);
      return reply(isNew ? 201 : 200, profileIdsSchema, { libraries: idsOf(state, subject) });
    },
    'POST link-intents': ({ session, body }) => {
      const card = byCard(session());
      const { codeChallenge } = readBody(linkIntentRequestSchema, body);
      const intent = opaque();
      linkIntents.set(intent, { card, codeChallenge, expiresAt: now() + INTENT_SECONDS * 1000 });
      return reply(201, linkIntentSchema, { intent, expiresIn: INTENT_SECONDS });
    },
    'PUT profiles/me/libraries/:': ({ session, body, parameter }) => {
      const open = session();
      const subject = byEid(open);
      const { intent, libraryToken } = readBody(attachRequestSchema, body);
      const library = libraryOf(parameter);
      if (library.policy.culr) throw new LibraryProblem('not-attachable', { reason: 'automatic' });
      if (!library.policy.login) throw new LibraryProblem('not-attachable', { reason: 'no-login' });
      const kept = intent === undefined ? undefined : linkIntents.get(intent);
      const other = libraryToken === undefined ? undefined : sessions.get(libraryToken);
      // Good for one use, by the session whose hand-off it was made for.
      if (kept && intent !== undefined) linkIntents.delete(intent);
      const isOwn = kept && kept.expiresAt > now() && kept.codeChallenge === open.codeChallenge;
      const card = isOwn ? kept.card : other && other.expiresAt > now() ? other.card : undefined;
      if (card?.library !== library.id) throw new LibraryProblem('expired');
      if (card.subject !== subject) throw new LibraryProblem('account-mismatch');
      const owner = ownerOf(state, card);
      if (owner !== undefined && owner !== subject) throw new LibraryProblem('already-linked');
      if (owner === undefined) profiles.set(subject, [...(profiles.get(subject) ?? []), card]);
      if (libraryToken !== undefined) sessions.delete(libraryToken);
      return reply(200, profileIdsSchema, { libraries: idsOf(state, subject) });
    },
    'DELETE profiles/me/libraries/:': ({ session, parameter }) => {
      const open = session();
      const owner = open.card ? ownerOf(state, open.card) : open.identity.subject;
      if (open.card && open.card.library !== parameter) throw new LibraryProblem('not-permitted');
      if (state.directory.get(parameter)?.policy.culr && owner !== undefined && idsOf(state, owner).includes(parameter))
        throw new LibraryProblem('not-permitted');
      const cards = owner === undefined ? [] : (profiles.get(owner) ?? []);
      const gone = cards.find(({ library }) => library === parameter);
      // No offer to attach again for a day.
      if (gone) silencedOffers.set(keyOf(gone), now() + DAY);
      if (owner !== undefined)
        profiles.set(
          owner,
          cards.filter((card) => card !== gone),
        );
      return NO_CONTENT;
    },
    'PUT sessions/current/link-offer': ({ session, body }) => {
      const card = byCard(session());
      const { ask, days } = readBody(linkOfferSchema, body);
      silencedOffers.set(keyOf(card), ask ? 0 : now() + days * DAY);
      return NO_CONTENT;
    },
    'POST order-checks': ({ session, body }) => {
      const open = session();
      const { library, pin } = readBody(orderCheckSchema, body);
      if (!libraryOf(library).policy.login) throw new LibraryProblem('library-unknown');
      const { subject } = open.identity;
      const own = state.cards.find((card) => card.library === library && card.subject === subject);
      if (!own || own.gone) throw new LibraryProblem('not-found');
      checkCard(state, library, own.userId, pin);
      open.proven.add(library);
      return NO_CONTENT;
    },
    'POST guest-orders': async ({ body }) => {
      const { library, fields, challenge } = readBody(guestOrderRequestSchema, body);
      const { policy } = libraryOf(library);
      const asked = policy.guestFields ?? [];
      if (policy.login || asked.length === 0) throw new LibraryProblem('not-permitted');
      const filled = Object.keys(fields).filter((name) => fields[name]?.trim());
      const unknown = filled.filter(
        (name) => !(GUEST_FIELDS as readonly string[]).includes(name) || !asked.some((field) => field.name === name),
      );
      const ids = filled.filter((name) => (ID_FIELDS as readonly string[]).includes(name));
      const missing = asked.filter(
        ({ name, required }) => required && !(ID_FIELDS as readonly string[]).includes(name) && !filled.includes(name),
      );
      const [id = ''] = ids;
      const errors = [
        ...unknown.map((field) => ({ field, code: 'unknown' })),
        ...(ids.length === 1
          ? []
          : [{ field: asked.find(({ name }) => (ID_FIELDS as readonly string[]).includes(name))?.name ?? 'userId', code: 'missing' }]),
        ...missing.map(({ name }) => ({ field: name, code: 'missing' })),
        ...(id === 'cpr' && !parseCpr(fields['cpr'] ?? '').ok ? [{ field: 'cpr', code: 'invalid' }] : []),
      ];
      if (errors.length > 0) throw fieldProblem(...errors);
      limitTries(state, `guest|${library}|${fields[id]}`).count(20);
      state.orders += 1;
      const reference = `O-${String(state.orders).padStart(5, '0')}`;
      const handover = challenge === undefined ? undefined : await handOver(null, challenge, { library, guest: fields });
      return reply(202, guestOrderSchema, { reference, ...(handover !== undefined && { handover }) });
    },
    'POST handovers': async ({ session, body }) => {
      const open = session();
      const { challenge, order } = readBody(handoverRequestSchema, body);
      const code = await handOver(open, challenge, order === undefined ? {} : { order });
      return reply(201, handoverSchema, { code, expiresIn: HANDOVER_SECONDS });
    },
    'POST handovers/redemptions': async ({ body, authorization }: LibraryCall) => {
      const host = hostOf(state, authorization);
      const { code, verifier } = readBody(redemptionRequestSchema, body);
      const kept = handovers.get(code);
      handovers.delete(code);
      if (!kept || kept.expiresAt <= now() || kept.challenge !== (await challengeOf(verifier))) throw new LibraryProblem('proof-invalid');
      return reply(200, redemptionSchema, { subject: await pairwise(host, kept.subject), ...kept.facts });
    },
  };
}
