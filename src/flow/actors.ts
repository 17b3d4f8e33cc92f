import { fromPromise } from 'xstate';
import type { Branch } from '../contracts/library.js';
import type { Session, SessionFacts } from '../contracts/session.js';
import { ageOn, todayInCopenhagen } from '../domain/age.js';
import { SignupError } from '../errors.js';
import type { Contact, HandOffRequest, Ports } from '../ports.js';
import { identifyMachine } from './identify.machine.js';
import { mailboxMachine } from './mailbox.machine.js';
import { signupMachine, type SignupMachine } from './signup.machine.js';

/** Puts name and birth date into the private holder and tells the flow the rest, with an age wherever one can be known. */
function keepSession(session: Session, { facts, clock }: Ports): SessionFacts {
  const { token: _token, person: { name, birthDate, ...person }, ...rest } = session;
  facts.set('person', { name, birthDate });
  const age = person.age ?? (birthDate === undefined ? undefined : ageOn(birthDate, todayInCopenhagen(clock.now())));
  return { ...rest, person: { ...person, ...(age === undefined ? {} : { age }) } };
}

/** The machine with its actors backed by ports. */
export function createSignupMachine(ports: Ports): SignupMachine {
  const { gateway, identity, facts } = ports;
  let branches: Branch[] | undefined;

  const openSession = async (signal: AbortSignal): Promise<SessionFacts> => {
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
  };

  return signupMachine.provide({
    actors: {
      identify: identifyMachine.provide({
        actors: {
          beginHandOff: fromPromise(({ input, signal }: { input: HandOffRequest; signal: AbortSignal }) => identity.begin(input, signal)),
          awaitReturn: fromPromise(({ signal }) => identity.awaitReturn(signal)),
          openSession: fromPromise(({ signal }) => openSession(signal)),
        },
      }),
      listBranches: fromPromise(async ({ signal }) => (branches ??= await gateway.listBranches(signal))),
      registerPatron: fromPromise(({ input, signal }: { input: Contact; signal: AbortSignal }) => gateway.registerPatron(input, signal)),
      mailbox: mailboxMachine.provide({
        actors: {
          challengeMailbox: fromPromise(({ input, signal }: { input: { email: string }; signal: AbortSignal }) =>
            gateway.challengeMailbox({ purpose: 'kaldemail', ...input }, signal)),
          answerChallenge: fromPromise(({ input, signal }: { input: { challenge: string }; signal: AbortSignal }) =>
            gateway.answerMailboxChallenge(input, signal)),
        },
      }),
      applyForChild: fromPromise(({ input, signal }: { input: Parameters<typeof gateway.applyForChild>[0]; signal: AbortSignal }) =>
        gateway.applyForChild(input, signal)),
      orderPin: fromPromise(({ signal }) => gateway.orderPin(signal)),
      listServicePoints: fromPromise(({ signal }) => gateway.listServicePoints(signal)),
      readSession: fromPromise(async ({ signal }) => keepSession(await gateway.readSession(signal), ports)),
      endSession: fromPromise(async () => {
        await gateway.endSession();
        facts.clear();
      }),
    },
  });
}
