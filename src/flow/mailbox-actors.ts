import { fromPromise } from 'xstate';
import type { Ports } from '../ports.js';
import { createMailbox, type MailboxMachine } from './mailbox.machine.js';

type Call<T> = { input: T & { adapter: string }; signal: AbortSignal };

/** The proof of a mailbox with its actors backed by its port. */
export function createMailboxMachine({ mailbox, facts }: Pick<Ports, 'mailbox' | 'facts'>): MailboxMachine {
  return createMailbox().provide({
    actors: {
      challengeMailbox: fromPromise(({ input, signal }: Call<{ email: string }>) => mailbox.challenge(input, signal)),
      answerChallenge: fromPromise(async ({ input, signal }: Call<{ challenge: string }>) => {
        const answer = await mailbox.answer(input, signal);
        facts.clear('code');
        return answer;
      }),
    },
  });
}
