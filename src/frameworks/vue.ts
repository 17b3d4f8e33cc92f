import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { SignupEvents } from '../events.js';
import type { LibrarySignup } from '../library-signup.js';
import type { SignupAttributes, SignupProperties } from './properties.js';

/** What a template may bind, and which events it may listen to. https://vuejs.org/guide/extras/web-components#non-vue-web-components-and-typescript */
type SignupInTemplates = new () => LibrarySignup & {
  /** @deprecated For templates only. */
  $props: HTMLAttributes & SignupAttributes & SignupProperties & PublicProps;
  /** @deprecated For templates only. */
  $emit: EmitFn<{ [Name in keyof SignupEvents]: (event: SignupEvents[Name]) => void }>;
};

declare module 'vue' {
  interface GlobalComponents {
    'library-signup': SignupInTemplates;
  }
}

export type { SignupInTemplates };
