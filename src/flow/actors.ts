import { fromPromise, type AnyActorLogic } from 'xstate';
import type { SessionFacts } from '../contracts/session.js';
import { SignupError } from '../errors.js';
import type { HandOffRequest, LoginAdapters, Services } from '../ports.js';
import { identifyMachine } from './identify/identify.machine.js';
import { keepSession } from './session.js';
import { signupMachine, type SignupMachine } from './signup.machine.js';
import type { FlowName } from './types.js';

type LoginServices = Services<LoginAdapters>;

/** Makes a flow's machine with its actors backed by the services. */
export type CreateFlowMachine<S> = (services: S, identify: typeof identifyMachine) => AnyActorLogic;

/** Opens a session with the proof of a login. */
export async function openSession(services: LoginServices, signal: AbortSignal): Promise<SessionFacts> {
  const { secrets } = services;
  const proof = secrets.get('proof');
  if (!proof) throw new SignupError({ code: 'proof-invalid', retryable: false });
  try {
    const { gateway } = await services.adapters();
    const session = await gateway.openSession(proof, signal);
    secrets.clear('proof');
    return keepSession(session, services);
  } catch (error) {
    // A proof is good for one answer; it is kept only while there was none.
    if (error instanceof SignupError && !error.failure.retryable) secrets.clear('proof');
    throw error;
  }
}

/** The flow's root machine with its actors backed by the services. `loadFlow` fetches what makes the machine of a flow. */
export function createSignupMachine<S extends LoginServices>(
  services: S,
  loadFlow: (flow: FlowName) => Promise<CreateFlowMachine<S>>,
): SignupMachine {
  const identity = async () => (await services.adapters()).identity;
  const identify = identifyMachine.provide({
    actors: {
      beginHandOff: fromPromise(async ({ input, signal }: { input: HandOffRequest; signal: AbortSignal }) =>
        (await identity()).begin(input, signal),
      ),
      awaitReturn: fromPromise(async ({ signal }) => (await identity()).awaitReturn(signal)),
      openSession: fromPromise(({ signal }) => openSession(services, signal)),
    },
  });
  return signupMachine.provide({
    actors: { identify, loadFlow: fromPromise(async ({ input }: { input: FlowName }) => (await loadFlow(input))(services, identify)) },
  });
}
