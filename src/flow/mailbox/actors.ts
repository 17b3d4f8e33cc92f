import { fromPromise } from 'xstate';
import type { MailboxPort, Services } from '../../ports.js';
import { mailboxMachine, type MailboxMachine } from './mailbox.machine.js';

type Call<T> = { input: T & { adapter: string }; signal: AbortSignal };

/** The proof of a mailbox with its actors backed by the services. */
export function createMailboxMachine(services: Services<{ mailbox: MailboxPort }>): MailboxMachine {
  return mailboxMachine.provide({
    actors: {
      challengeMailbox: fromPromise(async ({ input, signal }: Call<{ email: string }>) =>
        (await services.adapters()).mailbox.challenge(input, signal),
      ),
      answerChallenge: fromPromise(async ({ input, signal }: Call<{ challenge: string }>) => {
        const answer = await (await services.adapters()).mailbox.answer(input, signal);
        services.secrets.clear('code');
        return answer;
      }),
    },
  });
}
