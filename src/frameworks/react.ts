'use client';

import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import '../define.js';
import type { SignupEvents } from '../events.js';
import { LibrarySignup as SignupElement } from '../library-signup.js';
import type { SignupAttributes, SignupListeners, SignupProperties } from './properties.js';

const event = <Name extends keyof SignupEvents>(name: Name): EventName<SignupEvents[Name]> => name as EventName<SignupEvents[Name]>;

/**
 * `<library-signup>` as a React component: properties by their names, and a prop for each event. A server renders the tag; the browser sets what is no
 * attribute, also after hydration, which React leaves out for a bare tag.
 */
export const LibrarySignup = createComponent({
  react: React,
  tagName: 'library-signup',
  elementClass: SignupElement,
  displayName: 'LibrarySignup',
  events: {
    onSignupStep: event('signup-step'),
    onSignupComplete: event('signup-complete'),
    onSignupError: event('signup-error'),
    onSignupCancel: event('signup-cancel'),
    onSignupIdentify: event('signup-identify'),
    onSignupHandover: event('signup-handover'),
  },
});

// React 19 takes a bare tag as well; in a page that only the browser renders it sets properties and listeners by itself.
declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the one that React looks into
  namespace JSX {
    interface IntrinsicElements {
      'library-signup': React.DetailedHTMLProps<React.HTMLAttributes<SignupElement>, SignupElement> &
        SignupAttributes &
        SignupProperties &
        SignupListeners<'on'>;
    }
  }
}
