import type { Services, SessionCalls } from '../../ports.js';
import { sessionActors } from '../shared/service-actors.js';
import { refusedMachine, type RefusedMachine } from './refused.machine.js';

/** The machine of the refusals with its actors backed by the services. */
export const createRefusedMachine = (services: Services<{ gateway: SessionCalls }>): RefusedMachine =>
  refusedMachine.provide({ actors: sessionActors(services) });
