import { endingStyles } from '../../parts/ending.styles.js';
import { choiceStyles } from '../../parts/choice.styles.js';
import { fieldStyles } from '../../form/field.styles.js';
import { foldStyles } from '../../parts/fold.styles.js';
import { inputStyles } from '../../form/input.styles.js';
import type { ScreenSet } from '../screen-set.js';
import { audience } from './audience.js';
import { audienceStyles } from './audience.styles.js';
import { desk } from './desk.js';
import { eAccess } from './e-access.js';
import { hasCpr } from './has-cpr.js';
import { hasLogin } from './has-login.js';
import { kaldemail } from './kaldemail.js';
import { kaldemailCode } from './kaldemail-code.js';
import { needsLoans } from './needs-loans.js';
import { pinOrder } from './pin-order.js';
import { pinOrdered } from './pin-ordered.js';
import { pinRoute } from './pin-route.js';

/** The screens of the questions before the login, and of where their answers lead. */
export const questionScreens = {
  screens: {
    'register.audience': audience,
    'register.has-cpr': hasCpr,
    'register.needs-loans': needsLoans,
    'register.pin-route': pinRoute,
    'register.pin-order': pinOrder,
    'register.pin-ordered': pinOrdered,
    'register.desk': desk,
    'register.e-access': eAccess,
    'register.has-login': hasLogin,
    'register.kaldemail': kaldemail,
    'register.kaldemail-code': kaldemailCode,
  },
  styles: [fieldStyles, endingStyles, choiceStyles, inputStyles, foldStyles, audienceStyles],
} satisfies ScreenSet;
