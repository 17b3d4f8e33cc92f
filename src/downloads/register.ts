export { createRegisterMachine as createMachine } from '../flow/register/actors.js';
export { registerScreens as screens } from '../ui/screens/register/screens.js';
