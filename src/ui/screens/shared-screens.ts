import { failed } from './failed.js';
import { checking } from './identify/checking.js';
import { leaving } from './identify/leaving.js';
import { identify } from './register/identify.js';
import type { ScreenSet } from './screen-set.js';

/** Screens that are there from the start: those that most patrons see first, and those for when the network is gone. */
export const sharedScreens = {
  screens: {
    'register.identify': identify,
    'register.leaving': leaving,
    'register.checking': checking,
    'register.failed': failed,
    'recover.leaving': leaving,
    'recover.checking': checking,
    'recover.failed': failed,
  },
  styles: [],
} satisfies ScreenSet;
