import type { Step } from '../../flow/types.js';
import { fieldStyles } from '../field.styles.js';
import { registerStyles } from '../register.styles.js';
import { comboboxStyles } from '../parts/combobox.styles.js';
import type { View } from '../view.js';
import { details } from './details.js';
import { done } from './done.js';

/** Screens after the login; loaded while the patron is away. */
export const group = {
  views: {
    'register.details': details,
    'register.submitting': details,
    'register.done': done,
  } satisfies Partial<Record<Step, View>>,
  styles: [fieldStyles, registerStyles, comboboxStyles],
};
