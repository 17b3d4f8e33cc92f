import { fromPromise } from 'xstate';
import type { Branch } from '../../contracts/library.js';
import type { SessionFacts } from '../../contracts/session.js';
import type { BranchCalls, Services, SessionCalls } from '../../ports.js';
import { endSession, keepSession } from '../session.js';

/** The actors of every machine that has a session. */
export function sessionActors(services: Services<{ gateway: SessionCalls }>) {
  const gateway = async (): Promise<SessionCalls> => (await services.adapters()).gateway;
  return {
    readSession: fromPromise<SessionFacts>(async ({ signal }) => keepSession(await (await gateway()).readSession(signal), services)),
    endSession: fromPromise<void>(() => endSession(services, gateway)),
  };
}

/** The actor that fetches the pick-up branches: once, however often the form is shown. */
export function branchActors(services: Services<{ gateway: BranchCalls }>) {
  let branches: Branch[] | undefined;
  return {
    listBranches: fromPromise<Branch[]>(
      async ({ signal }) => (branches ??= await (await services.adapters()).gateway.listBranches(signal)),
    ),
  };
}
