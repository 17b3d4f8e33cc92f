import type { HTMLAttributes } from 'svelte/elements';
import type { LibrarySignup } from '../library-signup.js';
import type { SignupAttributes, SignupListeners, SignupProperties } from './properties.js';

type SignupInMarkup = HTMLAttributes<LibrarySignup> & SignupAttributes & SignupProperties & SignupListeners<'on'>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'library-signup': SignupInMarkup;
  }
}

export type { SignupInMarkup };
