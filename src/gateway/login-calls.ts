import { librariesSchema, librarySchema } from '../contracts/directory.js';
import { guestOrderSchema, handoverSchema, linkIntentSchema, profileIdsSchema, profileSchema } from '../contracts/login.js';
import { sessionSchema } from '../contracts/session.js';
import type { LoginCalls } from '../ports.js';
import { segment, type GatewayClient } from './client.js';
import { refusal } from './problem.js';

/** As many as a list shows. */
const LIMIT = 20;

/** The calls of finding one's library, logging in and linking it. */
export const createLoginCalls = ({ request, token, required, secrets }: GatewayClient): LoginCalls => ({
  findLibraries: ({ text, purpose, cursor }, signal) => {
    const query = new URLSearchParams({ q: text, purpose, limit: String(LIMIT), ...(cursor !== undefined && { cursor }) });
    return request(`GET libraries?${query.toString()}`, librariesSchema, signal);
  },
  readLibrary: ({ id }, signal) => request(`GET libraries/${segment(id)}`, librarySchema, signal),
  createProfile: async (signal) => void (await request('POST profiles', profileIdsSchema, signal, { token: token(), body: {} })),
  readProfile: async (signal) => (await request('GET profiles/me', profileSchema, signal, { token: token() })).libraries,
  createLinkIntent: (body, signal) => request('POST link-intents', linkIntentSchema, signal, { token: token(), body }),
  attachLibrary: async ({ id, intent }, signal) => {
    const body = intent === undefined ? { libraryToken: required('libraryToken') } : { intent };
    await request(`PUT profiles/me/libraries/${segment(id)}`, profileIdsSchema, signal, { token: token(), body });
    secrets.clear('libraryToken');
  },
  detachLibrary: ({ id }, signal) => request(`DELETE profiles/me/libraries/${segment(id)}`, null, signal, { token: token() }),
  silenceLinkOffer: (signal) =>
    request('PUT sessions/current/link-offer', null, signal, { token: token(), body: { ask: false, days: 90 } }),
  proveCard: async (signal) => {
    const proof = secrets.get('proof');
    if (!proof) throw refusal('proof-invalid');
    const { token: libraryToken } = await request('POST sessions', sessionSchema, signal, { body: proof });
    secrets.set('libraryToken', libraryToken);
    secrets.clear('proof');
  },
  checkOrder: ({ library }, signal) =>
    request('POST order-checks', null, signal, { token: token(), body: { library, pin: required('pin') } }),
  orderAsGuest: async (order, signal) => {
    const body = { ...order, fields: secrets.get('guest') ?? {} };
    const { reference, handover } = await request('POST guest-orders', guestOrderSchema, signal, { body });
    secrets.clear('guest');
    if (handover !== undefined) secrets.set('handover', { code: handover, expiresIn: 60 });
    return reference === undefined ? {} : { reference };
  },
  handOver: async ({ byCookie, ...body }, signal) => {
    const sent = { token: token(), body };
    if (byCookie) await request('POST handovers', null, signal, sent);
    else secrets.set('handover', await request('POST handovers', handoverSchema, signal, sent));
  },
});
