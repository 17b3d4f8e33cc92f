import { createRegisterMachine } from '../flow/register/actors.js';
import { createBranchCalls } from '../gateway/branch-calls.js';
import { createRegisterCalls } from '../gateway/register-calls.js';
import type { CreateMachine } from './downloads.js';
import { withCalls } from './with-calls.js';

export { register } from '../locales/da/register.js';
export { registerScreens as screens } from '../ui/screens/register/screens.js';

export const createMachine: CreateMachine = (services) =>
  createRegisterMachine(withCalls(services, (client) => ({ ...createBranchCalls(client), ...createRegisterCalls(client) })));
