import { fromPromise } from 'xstate';
import type { Gateway } from '../ports.js';
import { mailboxMachine } from './mailbox.machine.js';

/** The proof of a mailbox with its actors backed by the gateway. */
export function createMailboxMachine(gateway: Gateway): typeof mailboxMachine {
  return mailboxMachine.provide({
    actors: {
      challengeMailbox: fromPromise(({ input, signal }: { input: { email: string }; signal: AbortSignal }) =>
        gateway.challengeMailbox({ purpose: 'kaldemail', ...input }, signal)),
      answerChallenge: fromPromise(({ input, signal }: { input: { challenge: string }; signal: AbortSignal }) =>
        gateway.answerMailboxChallenge(input, signal)),
    },
  });
}
