// What few pages have use for: popups, public computers, components of the host's own.
export { listenForAnswer } from '../identity/popup.js';
export { IdleController } from '../ui/controllers/idle-controller.js';
export { provideSignupContext } from '../ui/context-provider.js';
