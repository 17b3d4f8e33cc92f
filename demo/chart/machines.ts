import type { AnyStateMachine } from 'xstate';
import { childMachine } from '../../src/flow/child/child.machine.js';
import { identifyMachine } from '../../src/flow/identify/identify.machine.js';
import { loginMachine } from '../../src/flow/login/login.machine.js';
import { mailboxMachine } from '../../src/flow/mailbox/mailbox.machine.js';
import { questionsMachine } from '../../src/flow/questions/questions.machine.js';
import { recoverMachine } from '../../src/flow/recover/recover.machine.js';
import { refusedMachine } from '../../src/flow/refused/refused.machine.js';
import { registerMachine } from '../../src/flow/register/register.machine.js';
import { signupMachine } from '../../src/flow/signup.machine.js';

/** The machines that run in the element, the root first. */
export const MACHINES: readonly AnyStateMachine[] = [
  signupMachine,
  identifyMachine,
  questionsMachine,
  registerMachine,
  childMachine,
  refusedMachine,
  recoverMachine,
  loginMachine,
  mailboxMachine,
];
