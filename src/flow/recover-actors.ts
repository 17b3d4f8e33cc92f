import { fromPromise } from 'xstate';
import { toFailure } from '../errors.js';
import type { Ports } from '../ports.js';
import type { identifyMachine } from './identify.machine.js';
import { createRecover, type RecoverMachine } from './recover.machine.js';
import { endSession, keepSession } from './session-facts.js';

type Call = { input: { email: string }; signal: AbortSignal };

/** The part that finds user IDs and makes PINs, with its actors backed by ports. */
export function createRecoverMachine(ports: Ports, identify: typeof identifyMachine): RecoverMachine {
  const { gateway, facts } = ports;
  return createRecover().provide({
    actors: {
      identify,
      listUserIds: fromPromise(({ signal }) => gateway.listUserIds(signal)),
      addEmailUserId: fromPromise(({ input, signal }: Call) => gateway.addEmailUserId(input, signal)),
      remindUserId: fromPromise(({ input, signal }: Call) => gateway.remindUserId(input, signal)),
      requestPinReset: fromPromise(({ input, signal }: Call) => gateway.requestPinReset(input, signal)),
      // A mailed link stands for itself; otherwise it is the session that may change the PIN.
      changePin: fromPromise(async ({ signal }) => {
        const byLink = facts.get('pinResetToken') !== undefined;
        await (byLink ? gateway.completePinReset(signal) : gateway.changePin(signal)).catch((error: unknown) => {
          // A link that is no good must not stand in the way of a login.
          if (['expired', 'not-found'].includes(toFailure(error).code)) facts.clear('pinResetToken');
          throw error;
        });
        facts.clear('pin', 'pinResetToken');
      }),
      readSession: fromPromise(async ({ signal }) => keepSession(await gateway.readSession(signal), ports)),
      endSession: fromPromise(() => endSession(ports)),
    },
  });
}
