export { createQuestionsMachine as createMachine } from '../flow/questions/actors.js';
export { questionScreens as screens } from '../ui/screens/questions/screens.js';
