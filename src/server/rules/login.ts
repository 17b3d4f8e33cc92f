import { GUEST_FIELDS, librariesSchema, librarySchema, type Library } from '../../contracts/directory.js';
import {
  attachRequestSchema,
  guestOrderRequestSchema,
  guestOrderSchema,
  linkIntentRequestSchema,
  linkIntentSchema,
  linkOfferSchema,
  orderCheckSchema,
  profileIdsSchema,
  profileSchema,
  PURPOSES,
  type Purpose,
} from '../../contracts/login.js';
import { parseCpr } from '../../domain/cpr.js';
import type { GatewayCall, GatewayContext, Rules } from '../context.js';
import type { Card, Directory, Profiles } from '../ports.js';
import { fieldProblem, GatewayProblem } from '../problem.js';
import { NO_CONTENT, readBody, reply } from '../reply.js';
import { opaque, sha256 } from '../secrets.js';
import type { SessionRecord } from '../store/store.js';
import { handOver } from './handovers.js';
import { cardKey, profileIds } from './profile.js';
import { checkCard, SESSION_LIFE } from './sessions.js';
import { limitTries } from './tries.js';

const DAY = 86_400_000;
const INTENT_SECONDS = 900;
const ID_FIELDS: readonly string[] = ['cpr', 'userId', 'barcode', 'cardno', 'customId'];
const KNOWN_FIELDS: readonly string[] = GUEST_FIELDS;

const isPurpose = (value: string | null): value is Purpose => (PURPOSES as readonly (string | null)[]).includes(value);

const byEid = ({ card, identity }: SessionRecord): string => {
  if (card) throw new GatewayProblem('not-permitted');
  return identity.subject;
};
const byCard = ({ card }: SessionRecord): Card => {
  if (!card) throw new GatewayProblem('not-permitted');
  return card;
};

async function libraryOf(directory: Directory, id: string): Promise<Library> {
  const library = await directory.get(id);
  if (!library) throw new GatewayProblem('library-unknown');
  return library;
}

/** Finding a library, and ordering at one without a login. */
export function directoryRules(context: GatewayContext, directory: Directory): Rules {
  const { store, now } = context;
  return {
    'GET libraries': async ({ query }) => {
      const purpose = query.get('purpose');
      const limit = Math.min(Math.max(1, Number(query.get('limit') ?? 20) || 20), 50);
      const from = Math.max(0, Math.trunc(Number(query.get('cursor') ?? 0)) || 0);
      const { libraries, total } = await directory.find(query.get('q') ?? '', isPurpose(purpose) ? purpose : 'login', from, limit);
      const next = from + limit < total ? { next: String(from + limit) } : {};
      return { ...reply(200, librariesSchema, { libraries: [...libraries], ...next }), cacheable: true };
    },
    'GET libraries/:': async ({ parameter }) => ({ ...reply(200, librarySchema, await libraryOf(directory, parameter)), cacheable: true }),
    'PUT sessions/current/link-offer': async ({ session, body }) => {
      const card = byCard(await session());
      const { ask, days } = readBody(linkOfferSchema, body);
      const key = await cardKey(card);
      if (ask) await store.remove('silenced-offer', key);
      else await store.put('silenced-offer', key, {}, now() + days * DAY);
      return NO_CONTENT;
    },
    'POST order-checks': async ({ session, body, token = '' }) => {
      const open = await session();
      const { library, pin } = readBody(orderCheckSchema, body);
      if (!(await libraryOf(directory, library)).policy.login) throw new GatewayProblem('library-unknown');
      const own = await directory.cardOf(library, open.identity.subject);
      if (!own || own.gone) throw new GatewayProblem('not-found');
      await checkCard(context, library, own.userId, pin);
      const proven = [...new Set([...open.proven, library])];
      await store.put('session', await sha256(token), { ...open, proven }, now() + SESSION_LIFE * 1000);
      return NO_CONTENT;
    },
    'POST guest-orders': ({ body }) => orderAsGuest(context, directory, body),
  };
}

async function orderAsGuest(context: GatewayContext, directory: Directory, body: unknown) {
  const { library, fields, challenge, order } = readBody(guestOrderRequestSchema, body);
  const { policy } = await libraryOf(directory, library);
  const asked = policy.guestFields ?? [];
  if (policy.login || asked.length === 0) throw new GatewayProblem('not-permitted');
  const filled = Object.keys(fields).filter((name) => fields[name]?.trim());
  const unknown = filled.filter((name) => !KNOWN_FIELDS.includes(name) || !asked.some((field) => field.name === name));
  const ids = filled.filter((name) => ID_FIELDS.includes(name));
  const missing = asked.filter(({ name, required }) => required && !ID_FIELDS.includes(name) && !filled.includes(name));
  const [id = ''] = ids;
  const errors = [
    ...unknown.map((field) => ({ field, code: 'unknown' })),
    // Exactly one kind of ID.
    ...(ids.length === 1 ? [] : [{ field: asked.find(({ name }) => ID_FIELDS.includes(name))?.name ?? 'userId', code: 'missing' }]),
    ...missing.map(({ name }) => ({ field: name, code: 'missing' })),
    ...(id === 'cpr' && !parseCpr(fields['cpr'] ?? '').ok ? [{ field: 'cpr', code: 'invalid' }] : []),
  ];
  if (errors.length > 0) throw fieldProblem(...errors);
  await (await limitTries(context, `guest|${library}|${fields[id] ?? ''}`)).count(20);
  const reference = `O-${String(await context.store.next('orders')).padStart(5, '0')}`;
  const handover =
    challenge === undefined
      ? undefined
      : await handOver(context, null, challenge, { library, guest: fields, ...(order !== undefined && { order }) });
  return reply(202, guestOrderSchema, { reference, ...(handover !== undefined && { handover }) });
}

/** Profiles across libraries. */
export function profileRules(context: GatewayContext, directory: Directory, profiles: Profiles): Rules {
  const { store, now } = context;
  return {
    'GET profiles/me': async ({ session }) => {
      const open = await session();
      const subject = byEid(open);
      const added = await profiles.cards(subject);
      if (!added) throw new GatewayProblem('not-found');
      const ids = await profileIds(context, open, subject);
      const libraries = await Promise.all(
        ids.map(async (id) => {
          const { name, kind } = await libraryOf(directory, id);
          return { id, name, kind, removable: added.some(({ library }) => library === id) };
        }),
      );
      return reply(200, profileSchema, { libraries });
    },
    'POST profiles': async ({ session }) => {
      const open = await session();
      const subject = byEid(open);
      const isNew = (await profiles.cards(subject)) === undefined;
      if (isNew) await profiles.create(subject);
      return reply(isNew ? 201 : 200, profileIdsSchema, { libraries: await profileIds(context, open, subject) });
    },
    'POST link-intents': async ({ session, body }) => {
      const card = byCard(await session());
      const { codeChallenge } = readBody(linkIntentRequestSchema, body);
      const intent = opaque();
      await store.put('link-intent', await sha256(intent), { card, codeChallenge }, now() + INTENT_SECONDS * 1000);
      return reply(201, linkIntentSchema, { intent, expiresIn: INTENT_SECONDS });
    },
    'PUT profiles/me/libraries/:': (call) => attach(context, directory, profiles, call),
    'DELETE profiles/me/libraries/:': async ({ session, parameter }) => {
      const open = await session();
      const owner = open.card ? await profiles.ownerOf(open.card) : open.identity.subject;
      if (open.card && open.card.library !== parameter) throw new GatewayProblem('not-permitted');
      const comesByItself =
        (await directory.get(parameter))?.policy.culr &&
        owner !== undefined &&
        (await profileIds(context, open, owner)).includes(parameter);
      if (comesByItself) throw new GatewayProblem('not-permitted');
      const gone = owner === undefined ? undefined : (await profiles.cards(owner))?.find(({ library }) => library === parameter);
      if (owner !== undefined && gone) {
        await profiles.remove(owner, gone);
        // No offer to attach it again for a day.
        await store.put('silenced-offer', await cardKey(gone), {}, now() + DAY);
      }
      return NO_CONTENT;
    },
  };
}

async function attach(context: GatewayContext, directory: Directory, profiles: Profiles, { session, body, parameter }: GatewayCall) {
  const { store } = context;
  const open = await session();
  const subject = byEid(open);
  const { intent, libraryToken } = readBody(attachRequestSchema, body);
  const library = await libraryOf(directory, parameter);
  if (library.policy.culr) throw new GatewayProblem('not-attachable', { reason: 'automatic' });
  if (!library.policy.login) throw new GatewayProblem('not-attachable', { reason: 'no-login' });
  // Good for one use, by the session whose hand-off it was made for.
  const kept = intent === undefined ? undefined : await store.take('link-intent', await sha256(intent));
  const isOwn = kept !== undefined && kept.codeChallenge === open.codeChallenge;
  const other = libraryToken === undefined ? undefined : await store.get('session', await sha256(libraryToken));
  const card = isOwn ? kept.card : other?.card;
  if (card?.library !== library.id) throw new GatewayProblem('expired');
  if (card.subject !== subject) throw new GatewayProblem('account-mismatch');
  const owner = await profiles.ownerOf(card);
  if (owner !== undefined && owner !== subject) throw new GatewayProblem('already-linked');
  if (owner === undefined) await profiles.add(subject, card);
  if (libraryToken !== undefined) await store.remove('session', await sha256(libraryToken));
  return reply(200, profileIdsSchema, { libraries: await profileIds(context, open, subject) });
}
