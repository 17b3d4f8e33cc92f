import { createRecoverMachine } from '../flow/recover/actors.js';
import { createRecoverCalls } from '../gateway/recover-calls.js';
import type { CreateMachine } from './downloads.js';
import { withCalls } from './with-calls.js';

export { recover } from '../locales/da/recover.js';
export { recoverScreens as screens } from '../ui/screens/recover/screens.js';

export const createMachine: CreateMachine = (services, identify) => createRecoverMachine(withCalls(services, createRecoverCalls), identify);
