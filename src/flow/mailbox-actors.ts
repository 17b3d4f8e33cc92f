import { fromPromise } from 'xstate';
import type { Ports } from '../ports.js';
import { mailboxMachine } from './mailbox.machine.js';

/** The proof of a mailbox with its actors backed by the gateway. */
export function createMailboxMachine({ gateway, facts }: Pick<Ports, 'gateway' | 'facts'>): typeof mailboxMachine {
  return mailboxMachine.provide({
    actors: {
      challengeMailbox: fromPromise(({ input, signal }: { input: { email: string }; signal: AbortSignal }) =>
        gateway.challengeMailbox({ purpose: 'kaldemail', ...input }, signal)),
      answerChallenge: fromPromise(async ({ input, signal }: { input: { challenge: string }; signal: AbortSignal }) => {
        const answer = await gateway.answerMailboxChallenge(input, signal);
        facts.clear('code');
        return answer;
      }),
    },
  });
}
