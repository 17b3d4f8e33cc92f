import type { Step } from '../../flow/types.js';
import { choiceStyles } from '../choice.styles.js';
import { fieldStyles } from '../field.styles.js';
import { foldStyles } from '../fold.styles.js';
import { registerStyles } from '../register.styles.js';
import type { View } from '../view.js';
import { eAccess, hasCpr, needsLoans, pinOrder, pinOrdered, pinRoute } from './campus.js';
import { desk } from './desk.js';

/** Students and employees of a university, before or instead of a login. */
export const group = {
  views: {
    'register.has-cpr': hasCpr,
    'register.needs-loans': needsLoans,
    'register.pin-route': pinRoute,
    'register.pin-order': pinOrder,
    'register.pin-ordered': pinOrdered,
    'register.desk': desk,
    'register.e-access': eAccess,
  } satisfies Partial<Record<Step, View>>,
  styles: [fieldStyles, choiceStyles, registerStyles, foldStyles],
};
