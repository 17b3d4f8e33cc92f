import { fromPromise } from 'xstate';
import type { BranchCalls, Gateway, RegisterCalls, Services, SessionCalls } from '../../ports.js';
import { branchActors, sessionActors } from '../shared/service-actors.js';
import { registerMachine, type RegisterMachine } from './register.machine.js';

type Request = Parameters<Gateway['registerPatron']>[0];

/** The machine of the registration with its actors backed by the services. */
export const createRegisterMachine = (services: Services<{ gateway: SessionCalls & BranchCalls & RegisterCalls }>): RegisterMachine =>
  registerMachine.provide({
    actors: {
      ...sessionActors(services),
      ...branchActors(services),
      registerPatron: fromPromise(async ({ input, signal }: { input: Request; signal: AbortSignal }) =>
        (await services.adapters()).gateway.registerPatron(input, signal),
      ),
    },
  });
