// Registers `<library-signup>`; flows are fetched when they are entered.
import './page/built-ins.js';
import './downloads/on-demand.js';
import './register-element.js';

// Brings the types of the tag and of its events along.
export type { SignupEvents } from './events.js';
export type { LibrarySignup } from './library-signup.js';
