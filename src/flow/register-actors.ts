import { fromPromise } from 'xstate';
import type { Branch } from '../contracts/library.js';
import type { Gateway, Ports } from '../ports.js';
import { lateLogic } from './late-logic.js';
import { createRegister, type RegisterMachine } from './register.machine.js';
import { endSession, keepSession } from './session-facts.js';

type Call<T> = { input: T; signal: AbortSignal };
type Request<K extends keyof Gateway> = Parameters<Gateway[K]>[0];

/** Makes the registration part with its actors backed by ports; `further`: with the screens of campus, hospital and children. */
export function registerMachines(ports: Ports): (further: boolean) => Promise<RegisterMachine> {
  const { gateway, facts } = ports;
  let branches: Branch[] | undefined;
  const mailbox = lateLogic(async () => (await import('./mailbox-actors.js')).createMailboxMachine(ports));
  return async (further) => createRegister(further ? (await import('./register-further.js')).further : undefined).provide({
    actors: {
      loadMailbox: fromPromise(() => mailbox.load()),
      mailbox: mailbox.logic,
      listBranches: fromPromise(async ({ signal }) => (branches ??= await gateway.listBranches(signal))),
      listServicePoints: fromPromise(({ signal }) => gateway.listServicePoints(signal)),
      registerPatron: fromPromise(({ input, signal }: Call<Request<'registerPatron'>>) => gateway.registerPatron(input, signal)),
      applyForChild: fromPromise(({ input, signal }: Call<Request<'applyForChild'>>) => gateway.applyForChild(input, signal)),
      orderPin: fromPromise(async ({ signal }) => {
        await gateway.orderPin(signal);
        facts.clear('userId');
      }),
      readSession: fromPromise(async ({ signal }) => keepSession(await gateway.readSession(signal), ports)),
      endSession: fromPromise(() => endSession(ports)),
    },
  });
}
