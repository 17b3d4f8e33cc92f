import { endingStyles } from '../../parts/ending.styles.js';
import { choiceStyles } from '../../parts/choice.styles.js';
import { comboboxStyles } from '../../form/combobox.styles.js';
import { fieldStyles } from '../../form/field.styles.js';
import { inputStyles } from '../../form/input.styles.js';
import type { ScreenSet } from '../screen-set.js';
import { applicationReceived } from './application-received.js';
import { child } from './child.js';
import { childForm } from './child-form.js';
import { childStyles } from './child.styles.js';

/** The screens of the application for a child, on the screen or on paper. */
export const childScreens = {
  screens: {
    'register.child': child,
    'register.child-form': childForm,
    'register.application-received': applicationReceived,
  },
  styles: [fieldStyles, endingStyles, choiceStyles, inputStyles, comboboxStyles, childStyles],
} satisfies ScreenSet;
