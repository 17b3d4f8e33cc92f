import { servicePointsSchema } from '../contracts/library.js';
import { mailboxChallengeSchema, mailboxProofSchema } from '../contracts/mailbox.js';
import { acceptedSchema } from '../contracts/pin.js';
import type { QuestionCalls } from '../ports.js';
import { segment, type GatewayClient } from './client.js';

/** The calls of the questions before the login. */
export const createQuestionCalls = ({ secrets, request, token, required }: GatewayClient): QuestionCalls => ({
  listServicePoints: async (signal) => (await request('GET service-points', servicePointsSchema, signal)).servicePoints,
  orderPin: async (signal) => {
    const userId = secrets.get('userId');
    await request('POST pin-orders', acceptedSchema, signal, userId ? { body: { userId } } : { body: {}, token: token() });
  },
  challengeMailbox: async (body, signal) => request('POST mailbox-challenges', mailboxChallengeSchema, signal, { body }),
  answerMailboxChallenge: async ({ challenge }, signal) =>
    request(`POST mailbox-challenges/${segment(challenge)}/answers`, mailboxProofSchema, signal, { body: { code: required('code') } }),
});
