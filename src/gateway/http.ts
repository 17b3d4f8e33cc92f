import { branchesSchema } from '../contracts/library.js';
import { registrationSchema } from '../contracts/patron.js';
import { authorizationSchema, sessionSchema } from '../contracts/session.js';
import { isSafeUrl } from '../contracts/text.js';
import { createFurtherCalls } from './further-calls.js';
import type { Gateway, Secrets, SecretHolder } from '../ports.js';
import { refusal } from './problem.js';
import { createRequest, type Request, type RequestOptions } from './request.js';

export type HttpGatewayOptions = RequestOptions;

/** What `further-calls.ts` makes. */
export type FurtherCalls = Pick<
  Gateway,
  | 'listServicePoints' | 'applyForChild' | 'orderPin' | 'changePin' | 'requestPinReset' | 'completePinReset' | 'challengeMailbox'
  | 'answerMailboxChallenge' | 'listUserIds' | 'addEmailUserId' | 'remindUserId'
>;

/** What every call is made with. Both readers of the secret holder throw a failure where it has nothing. */
export interface CallTools {
  readonly secrets: SecretHolder;
  readonly request: Request;
  token(): string;
  required(name: keyof Secrets & ('pin' | 'childCpr' | 'childName' | 'pinResetToken' | 'code')): string;
}

/** A library system behind the project's HTTP contract. Token, PIN, CPR number and code come from the secret holder, at the moment of the request. */
export function createHttpGateway(options: HttpGatewayOptions): Gateway {
  const { secrets } = options;
  const request = createRequest(options);
  const token: CallTools['token'] = () => {
    const value = secrets.get('token');
    if (!value) throw refusal('session-expired');
    return value;
  };
  const required: CallTools['required'] = (name) => {
    const value = secrets.get(name);
    if (!value) throw refusal('field-invalid', { fields: [{ field: name, code: 'required' }] });
    return value;
  };

  const calls: Omit<Gateway, keyof FurtherCalls> = {
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
    listBranches: async (signal) => (await request('GET branches', branchesSchema, signal)).branches,
    registerPatron: async (contact, signal) => {
      const body = { ...contact, pin: required('pin') };
      const registration = await request('POST patrons', registrationSchema, signal, { token: token(), body });
      // The patron is registered: a link that may not be followed is left out, and no reason to fail.
      return registration.signedInUrl && !isSafeUrl(registration.signedInUrl) ? { ...registration, signedInUrl: undefined } : registration;
    },
  };
  return { ...calls, ...createFurtherCalls({ secrets, request, token, required }) };
}
