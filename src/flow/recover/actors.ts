import { fromPromise } from 'xstate';
import { toFailure } from '../../errors.js';
import type { RecoverCalls, Services, SessionCalls } from '../../ports.js';
import type { identifyMachine } from '../identify/identify.machine.js';
import { sessionActors } from '../shared/service-actors.js';
import { recoverMachine, type RecoverMachine } from './recover.machine.js';

type Call = { input: { email: string }; signal: AbortSignal };

/** The machine that finds user IDs and leads to new PINs, with its actors backed by the services. */
export function createRecoverMachine(
  services: Services<{ gateway: SessionCalls & RecoverCalls }>,
  identify: typeof identifyMachine,
): RecoverMachine {
  const { secrets } = services;
  const gateway = async (): Promise<RecoverCalls> => (await services.adapters()).gateway;
  return recoverMachine.provide({
    actors: {
      identify,
      ...sessionActors(services),
      listUserIds: fromPromise(async ({ signal }) => (await gateway()).listUserIds(signal)),
      addEmailUserId: fromPromise(async ({ input, signal }: Call) => (await gateway()).addEmailUserId(input, signal)),
      remindUserId: fromPromise(async ({ input, signal }: Call) => (await gateway()).remindUserId(input, signal)),
      requestPinReset: fromPromise(async ({ input, signal }: Call) => (await gateway()).requestPinReset(input, signal)),
      // A mailed link stands for itself; otherwise it is the session that may change the PIN.
      changePin: fromPromise(async ({ signal }) => {
        const { changePin, completePinReset } = await gateway();
        const change = secrets.get('pinResetToken') === undefined ? changePin : completePinReset;
        await change(signal).catch((error: unknown) => {
          // A link that is no good must not stand in the way of a login.
          if (['expired', 'not-found'].includes(toFailure(error).code)) secrets.clear('pinResetToken');
          throw error;
        });
        secrets.clear('pin', 'pinResetToken');
      }),
    },
  });
}
