import { LibrarySignup } from './library-signup.js';

/** Registers `<library-signup>`, once: a page that loads the script twice keeps the first and is told so. */
const taken = customElements.get('library-signup');
if (!taken) customElements.define('library-signup', LibrarySignup);
else if (taken !== LibrarySignup) console.warn('[library-signup] the tag <library-signup> is taken already; this copy is not registered.');
