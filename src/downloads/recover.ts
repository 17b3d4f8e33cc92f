export { createRecoverMachine as createMachine } from '../flow/recover/actors.js';
export { recoverScreens as screens } from '../ui/screens/recover/screens.js';
