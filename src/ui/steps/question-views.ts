import type { Step } from '../../flow/types.js';
import { choiceStyles } from '../choice.styles.js';
import { fieldStyles } from '../field.styles.js';
import { questionStyles } from '../question.styles.js';
import type { View } from '../view.js';
import { audience } from './audience.js';

/** Questions before the login; loaded where a library asks them. */
export const group = {
  views: { 'register.audience': audience } satisfies Partial<Record<Step, View>>,
  styles: [fieldStyles, choiceStyles, questionStyles],
};
