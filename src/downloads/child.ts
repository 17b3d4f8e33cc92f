export { createChildMachine as createMachine } from '../flow/child/actors.js';
export { childScreens as screens } from '../ui/screens/child/screens.js';
