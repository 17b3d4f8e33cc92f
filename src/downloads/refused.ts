export { createRefusedMachine as createMachine } from '../flow/refused/actors.js';
export { refusedScreens as screens } from '../ui/screens/refused/screens.js';
