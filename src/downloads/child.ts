import { createChildMachine } from '../flow/child/actors.js';
import { createBranchCalls } from '../gateway/branch-calls.js';
import { createChildCalls } from '../gateway/child-calls.js';
import type { CreateMachine } from './downloads.js';
import { withCalls } from './with-calls.js';

export { childScreens as screens } from '../ui/screens/child/screens.js';

export const createMachine: CreateMachine = (services) =>
  createChildMachine(withCalls(services, (client) => ({ ...createBranchCalls(client), ...createChildCalls(client) })));
