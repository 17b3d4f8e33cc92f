import { createRefusedMachine } from '../flow/refused/actors.js';
import type { CreateMachine } from './downloads.js';

export { refused } from '../locales/da/refused.js';
export { refusedScreens as screens } from '../ui/screens/refused/screens.js';

export const createMachine: CreateMachine = (services) => createRefusedMachine(services);
