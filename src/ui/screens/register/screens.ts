import { comboboxStyles } from '../../parts/combobox.styles.js';
import { fieldStyles } from '../../parts/field.styles.js';
import { inputStyles } from '../../parts/input.styles.js';
import type { ScreenSet } from '../screen-set.js';
import { alreadyPatron } from './already-patron.js';
import { blocked } from './blocked.js';
import { details } from './details.js';
import { done } from './done.js';
import { noRegistryData } from './no-registry-data.js';
import { notPermitted } from './not-permitted.js';
import { underAge } from './under-age.js';

/** The screens of the registration after the login. */
export const registerScreens = {
  screens: {
    'register.details': details,
    'register.done': done,
    'register.already-patron': alreadyPatron,
    'register.under-age': underAge,
    'register.blocked': blocked,
    'register.no-registry-data': noRegistryData,
    'register.not-permitted': notPermitted,
  },
  styles: [fieldStyles, inputStyles, comboboxStyles],
} satisfies ScreenSet;
