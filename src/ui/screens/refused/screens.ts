import { endingStyles } from '../../parts/ending.styles.js';
import type { ScreenSet } from '../screen-set.js';
import { alreadyPatron } from './already-patron.js';
import { blocked } from './blocked.js';
import { noRegistryData } from './no-registry-data.js';
import { notPermitted } from './not-permitted.js';
import { underAge } from './under-age.js';

/** The screens for those who can't be registered. */
export const refusedScreens = {
  screens: {
    'register.already-patron': alreadyPatron,
    'register.under-age': underAge,
    'register.blocked': blocked,
    'register.no-registry-data': noRegistryData,
    'register.not-permitted': notPermitted,
  },
  styles: [endingStyles],
} satisfies ScreenSet;
