import { endingStyles } from '../../parts/ending.styles.js';
import { comboboxStyles } from '../../form/combobox.styles.js';
import { fieldStyles } from '../../form/field.styles.js';
import { inputStyles } from '../../form/input.styles.js';
import type { ScreenSet } from '../screen-set.js';
import { details } from './details.js';
import { doneStyles } from './done.styles.js';
import { done } from './done.js';

/** The screens of the registration after the login. */
export const registerScreens = {
  screens: {
    'register.details': details,
    'register.done': done,
  },
  styles: [fieldStyles, endingStyles, inputStyles, comboboxStyles, doneStyles],
} satisfies ScreenSet;
