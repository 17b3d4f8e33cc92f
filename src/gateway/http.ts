import { branchesSchema, servicePointsSchema } from '../contracts/library.js';
import {
  acceptedSchema, applicationReceiptSchema, mailboxChallengeSchema, mailboxProofSchema, registrationSchema, userIdsSchema,
} from '../contracts/patron.js';
import { authorizationSchema, sessionSchema } from '../contracts/session.js';
import { isSafeUrl } from '../contracts/text.js';
import type { Gateway, PrivateFacts } from '../ports.js';
import { refusal } from './problem.js';
import { createRequest, type RequestOptions } from './request.js';

export type HttpGatewayOptions = RequestOptions;

/** A value as one segment of a path. Dots alone would climb out of the gateway, also when they are escaped. */
function segment(value: string): string {
  if (/^\.{0,2}$/.test(value)) throw refusal('not-found');
  return encodeURIComponent(value);
}

/** A library system behind the project's HTTP contract. Token, PIN, CPR number and code come from the private holder, at the moment of the request. */
export function createHttpGateway(options: HttpGatewayOptions): Gateway {
  const { facts } = options;
  const request = createRequest(options);

  const token = (): string => {
    const value = facts.get('token');
    if (!value) throw refusal('session-expired');
    return value;
  };
  const required = (name: keyof PrivateFacts & ('pin' | 'childCpr' | 'childName' | 'pinResetToken' | 'code')): string => {
    const value = facts.get(name);
    if (!value) throw refusal('field-invalid', { fields: [{ field: name, code: 'required' }] });
    return value;
  };

  return {
    startAuthorization: async (body, signal) => {
      const answer = await request({ method: 'POST', path: 'authorizations', schema: authorizationSchema, body }, signal);
      if (!isSafeUrl(answer.url)) throw refusal('unavailable');
      return answer;
    },
    openSession: async (body, signal) => {
      const session = await request({ method: 'POST', path: 'sessions', schema: sessionSchema, body }, signal);
      facts.set('token', session.token);
      return session;
    },
    readSession: async (signal) => {
      const sent = token();
      const session = await request({ method: 'GET', path: 'sessions/current', schema: sessionSchema, token: sent }, signal);
      // Ended while the answer was on its way: it stays ended.
      if (facts.get('token') === sent) facts.set('token', session.token);
      return session;
    },
    endSession: async () => {
      const sent = facts.get('token');
      if (!sent) return;
      facts.clear('token');
      await request<void>({ method: 'DELETE', path: 'sessions/current', token: sent, keepalive: true }).catch(() => undefined);
    },
    listBranches: async (signal) => (await request({ method: 'GET', path: 'branches', schema: branchesSchema }, signal)).branches,
    listServicePoints: async (signal) =>
      (await request({ method: 'GET', path: 'service-points', schema: servicePointsSchema }, signal)).servicePoints,
    registerPatron: async (contact, signal) => {
      const registration = await request(
        { method: 'POST', path: 'patrons', schema: registrationSchema, token: token(), body: { ...contact, pin: required('pin') } }, signal);
      // The patron is registered: a link that may not be followed is left out, and no reason to fail.
      return registration.signedInUrl && !isSafeUrl(registration.signedInUrl) ? { ...registration, signedInUrl: undefined } : registration;
    },
    applyForChild: async (application, signal) => {
      const pin = facts.get('pin');
      const child = { cpr: required('childCpr'), name: required('childName') };
      const body = { ...application, child, ...(pin && { pin }), acceptedLiability: true };
      return request({ method: 'POST', path: 'child-applications', schema: applicationReceiptSchema, token: token(), body }, signal);
    },
    orderPin: async (signal) => {
      const userId = facts.get('userId');
      const by = userId ? { body: { userId } } : { body: {}, token: token() };
      await request({ method: 'POST', path: 'pin-orders', schema: acceptedSchema, ...by }, signal);
    },
    changePin: async (signal) =>
      request<void>({ method: 'PUT', path: 'patrons/me/pin', token: token(), body: { pin: required('pin') } }, signal),
    requestPinReset: async (body, signal) => {
      await request({ method: 'POST', path: 'pin-resets', schema: acceptedSchema, body }, signal);
    },
    completePinReset: async (signal) => {
      const path = `pin-resets/${segment(required('pinResetToken'))}`;
      await request<void>({ method: 'PUT', path, body: { pin: required('pin') } }, signal);
    },
    challengeMailbox: async (body, signal) =>
      request({ method: 'POST', path: 'mailbox-challenges', schema: mailboxChallengeSchema, body }, signal),
    answerMailboxChallenge: async ({ challenge }, signal) => {
      const path = `mailbox-challenges/${segment(challenge)}/answers`;
      return request({ method: 'POST', path, schema: mailboxProofSchema, body: { code: required('code') } }, signal);
    },
    listUserIds: async (signal) => (await request({ method: 'GET', path: 'user-ids', schema: userIdsSchema, token: token() }, signal)).userIds,
    addEmailUserId: async ({ email }, signal) => {
      await request({ method: 'POST', path: 'user-ids', schema: acceptedSchema, token: token(), body: { type: 'email', email } }, signal);
    },
    remindUserId: async (body, signal) => {
      await request({ method: 'POST', path: 'user-id-reminders', schema: acceptedSchema, body }, signal);
    },
  };
}
