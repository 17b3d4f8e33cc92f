import { applicationReceiptSchema } from '../contracts/child.js';
import { branchesSchema, servicePointsSchema } from '../contracts/library.js';
import { mailboxChallengeSchema, mailboxProofSchema } from '../contracts/mailbox.js';
import { registrationSchema } from '../contracts/patron.js';
import { acceptedSchema } from '../contracts/pin.js';
import { authorizationSchema, sessionSchema } from '../contracts/session.js';
import { isSafeUrl } from '../contracts/text.js';
import { userIdsSchema } from '../contracts/user-id.js';
import type { Gateway, Secrets } from '../ports.js';
import { refusal } from './problem.js';
import { createRequest, type RequestOptions } from './request.js';

export type HttpGatewayOptions = RequestOptions;

/** A value as one segment of a path. Dots alone would climb out of the gateway, also when they are escaped. */
function segment(value: string): string {
  if (/^\.{0,2}$/.test(value)) throw refusal('not-found');
  return encodeURIComponent(value);
}

/** A library system behind the project's HTTP contract. Token, PIN, CPR number and code come from the secret holder, at the moment of the request. */
export function createHttpGateway(options: HttpGatewayOptions): Gateway {
  const { secrets } = options;
  const request = createRequest(options);
  const token = (): string => {
    const value = secrets.get('token');
    if (!value) throw refusal('session-expired');
    return value;
  };
  const required = (name: keyof Secrets & ('pin' | 'childCpr' | 'childName' | 'pinResetToken' | 'code')): string => {
    const value = secrets.get(name);
    if (!value) throw refusal('field-invalid', { fields: [{ field: name, code: 'required' }] });
    return value;
  };

  return {
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
    listServicePoints: async (signal) => (await request('GET service-points', servicePointsSchema, signal)).servicePoints,
    applyForChild: async (application, signal) => {
      const pin = secrets.get('pin');
      const child = { cpr: required('childCpr'), name: required('childName') };
      const body = { ...application, child, ...(pin && { pin }), acceptedLiability: true };
      return request('POST child-applications', applicationReceiptSchema, signal, { token: token(), body });
    },
    orderPin: async (signal) => {
      const userId = secrets.get('userId');
      await request('POST pin-orders', acceptedSchema, signal, userId ? { body: { userId } } : { body: {}, token: token() });
    },
    changePin: async (signal) => request('PUT patrons/me/pin', null, signal, { token: token(), body: { pin: required('pin') } }),
    requestPinReset: async (body, signal) => void (await request('POST pin-resets', acceptedSchema, signal, { body })),
    completePinReset: async (signal) =>
      request(`PUT pin-resets/${segment(required('pinResetToken'))}`, null, signal, { body: { pin: required('pin') } }),
    challengeMailbox: async (body, signal) => request('POST mailbox-challenges', mailboxChallengeSchema, signal, { body }),
    answerMailboxChallenge: async ({ challenge }, signal) =>
      request(`POST mailbox-challenges/${segment(challenge)}/answers`, mailboxProofSchema, signal, { body: { code: required('code') } }),
    listUserIds: async (signal) => (await request('GET user-ids', userIdsSchema, signal, { token: token() })).userIds,
    addEmailUserId: async ({ email }, signal) =>
      void (await request('POST user-ids', acceptedSchema, signal, { token: token(), body: { type: 'email', email } })),
    remindUserId: async (body, signal) => void (await request('POST user-id-reminders', acceptedSchema, signal, { body })),
  };
}
