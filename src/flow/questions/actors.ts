import { fromPromise } from 'xstate';
import type { MailboxPort, QuestionCalls, Services } from '../../ports.js';
import { createMailboxMachine } from '../mailbox/actors.js';
import { questionsMachine, type QuestionsMachine } from './questions.machine.js';

/** The machine of the questions before the login with its actors backed by the services. */
export const createQuestionsMachine = (services: Services<{ gateway: QuestionCalls; mailbox: MailboxPort }>): QuestionsMachine =>
  questionsMachine.provide({
    actors: {
      mailbox: createMailboxMachine(services),
      listServicePoints: fromPromise(async ({ signal }) => (await services.adapters()).gateway.listServicePoints(signal)),
      orderPin: fromPromise(async ({ signal }) => {
        await (await services.adapters()).gateway.orderPin(signal);
        services.secrets.clear('userId');
      }),
    },
  });
