import type { MailboxCheck } from '../mailbox-check.js';

/** A work mailbox of the Central Denmark Region: the library's gateway sends the code and says what proves it. */
export const kaldemail: MailboxCheck = {
  adapter: 'kaldemail',
  challenge: ({ email }, { gateway, signal }) => gateway.challengeMailbox({ purpose: 'kaldemail', email }, signal),
  answer: (request, { gateway, signal }) => gateway.answerMailboxChallenge(request, signal),
};
