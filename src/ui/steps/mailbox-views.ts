import type { Step } from '../../flow/types.js';
import { choiceStyles } from '../choice.styles.js';
import { fieldStyles } from '../field.styles.js';
import { foldStyles } from '../fold.styles.js';
import { registerStyles } from '../register.styles.js';
import type { View } from '../view.js';
import { hasLogin, kaldemail, kaldemailCode } from './kaldemail.js';

/** Hospital staff and the proof of their mailbox. */
export const group = {
  views: {
    'register.has-login': hasLogin,
    'register.kaldemail': kaldemail,
    'register.kaldemail-code': kaldemailCode,
  } satisfies Partial<Record<Step, View>>,
  styles: [fieldStyles, choiceStyles, registerStyles, foldStyles],
};
