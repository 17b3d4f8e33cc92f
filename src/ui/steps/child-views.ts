import type { Step } from '../../flow/types.js';
import { childStyles } from '../child.styles.js';
import { choiceStyles } from '../choice.styles.js';
import { fieldStyles } from '../field.styles.js';
import { comboboxStyles } from '../parts/combobox.styles.js';
import { registerStyles } from '../register.styles.js';
import type { View } from '../view.js';
import { childForm } from './child-form.js';
import { applicationReceived, child } from './child.js';

/** A guardian applies for a child, on the screen or on paper. */
export const group = {
  views: {
    'register.child': child,
    'register.child-form': childForm,
    'register.application-received': applicationReceived,
  } satisfies Partial<Record<Step, View>>,
  styles: [fieldStyles, choiceStyles, registerStyles, comboboxStyles, childStyles],
};
