import {
  acceptedSchema, applicationReceiptSchema, mailboxChallengeSchema, mailboxProofSchema, servicePointsSchema, userIdsSchema,
} from '../contracts/services.js';
import type { CallTools, FurtherCalls } from './http.js';
import { refusal } from './problem.js';

/** A value as one segment of a path. Dots alone would climb out of the gateway, also when they are escaped. */
function segment(value: string): string {
  if (/^\.{0,2}$/.test(value)) throw refusal('not-found');
  return encodeURIComponent(value);
}

/** The calls that an adult's registration has no use for: children, mailboxes, user IDs and PINs. Fetched with the first of them. */
export function createFurtherCalls({ secrets, request, token, required }: CallTools): FurtherCalls {
  return {
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
