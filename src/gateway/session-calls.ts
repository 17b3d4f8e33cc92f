import { authorizationSchema, sessionSchema } from '../contracts/session.js';
import { isSafeUrl } from '../contracts/text.js';
import type { SessionCalls } from '../ports.js';
import type { GatewayClient } from './client.js';
import { refusal } from './problem.js';

/** The calls of a login and its session. */
export const createSessionCalls = ({ secrets, request, token }: GatewayClient): SessionCalls => ({
  startAuthorization: async (body, signal) => {
    const answer = await request('POST authorizations', authorizationSchema, signal, { body });
    if (!isSafeUrl(answer.url)) throw refusal('unavailable');
    return answer;
  },
  openSession: async (body, signal) => {
    const session = await request('POST sessions', sessionSchema, signal, { body });
    secrets.set('token', session.token);
    return session;
  },
  readSession: async (signal) => {
    const sent = token();
    const session = await request('GET sessions/current', sessionSchema, signal, { token: sent });
    // Ended while the answer was on its way: it stays ended.
    if (secrets.get('token') === sent) secrets.set('token', session.token);
    return session;
  },
  endSession: async () => {
    const sent = secrets.get('token');
    if (!sent) return;
    secrets.clear('token');
    await request('DELETE sessions/current', null, undefined, { token: sent, keepalive: true }).catch(() => undefined);
  },
});
