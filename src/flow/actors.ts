import { fromPromise } from 'xstate';
import type { SessionFacts } from '../contracts/session.js';
import type { HandOffRequest, Ports } from '../ports.js';
import { SignupError } from '../errors.js';
import { identifyMachine } from './identify.machine.js';
import { lateLogic } from './late-logic.js';
import { keepSession } from './session-facts.js';
import type { registerMachines } from './register-actors.js';
import type { FlowPart } from './setup.js';
import { signupMachine, type SignupMachine } from './signup.machine.js';

async function openSession(ports: Ports, signal: AbortSignal): Promise<SessionFacts> {
  const { gateway, facts } = ports;
  const proof = facts.get('proof');
  if (!proof) throw new SignupError({ code: 'proof-invalid', retryable: false });
  try {
    const session = await gateway.openSession(proof, signal);
    facts.clear('proof');
    return keepSession(session, ports);
  } catch (error) {
    // A proof is good for one answer; it is kept only while there was none.
    if (error instanceof SignupError && !error.failure.retryable) facts.clear('proof');
    throw error;
  }
}

/** The machine with its actors backed by ports. */
export function createSignupMachine(ports: Ports): SignupMachine {
  const { identity } = ports;
  let machines: ReturnType<typeof registerMachines> | undefined;
  const register = lateLogic(async (further: boolean) => {
    machines ??= (await import('./register-actors.js')).registerMachines(ports);
    return machines(further);
  });
  const identify = identifyMachine.provide({
    actors: {
      beginHandOff: fromPromise(({ input, signal }: { input: HandOffRequest; signal: AbortSignal }) => identity.begin(input, signal)),
      awaitReturn: fromPromise(({ signal }) => identity.awaitReturn(signal)),
      openSession: fromPromise(({ signal }) => openSession(ports, signal)),
    },
  });
  const recover = lateLogic(async () => (await import('./recover-actors.js')).createRecoverMachine(ports, identify));
  return signupMachine.provide({
    actors: {
      identify,
      loadRegister: fromPromise(({ input }) => register.load(input)),
      loadRecover: fromPromise(() => recover.load()),
      // The dictionary can't name these machines' types, which are made from the dictionary.
      register: register.logic as unknown as FlowPart,
      recover: recover.logic as unknown as FlowPart,
    },
  });
}
