import { fromPromise } from 'xstate';
import type { BranchCalls, ChildCalls, Gateway, Services, SessionCalls } from '../../ports.js';
import { branchActors, sessionActors } from '../shared/service-actors.js';
import { childMachine, type ChildMachine } from './child.machine.js';

type Request = Parameters<Gateway['applyForChild']>[0];

/** The machine of the application for a child with its actors backed by the services. */
export const createChildMachine = (services: Services<{ gateway: SessionCalls & BranchCalls & ChildCalls }>): ChildMachine =>
  childMachine.provide({
    actors: {
      ...sessionActors(services),
      ...branchActors(services),
      applyForChild: fromPromise(async ({ input, signal }: { input: Request; signal: AbortSignal }) =>
        (await services.adapters()).gateway.applyForChild(input, signal),
      ),
    },
  });
