import { endingStyles } from '../../parts/ending.styles.js';
import { choiceStyles } from '../../parts/choice.styles.js';
import { fieldStyles } from '../../form/field.styles.js';
import { foldStyles } from '../../parts/fold.styles.js';
import { inputStyles } from '../../form/input.styles.js';
import type { ScreenSet } from '../screen-set.js';
import { identify } from './identify.js';
import { library } from './library.js';
import { mitid } from './mitid.js';
import { mitidApp } from './mitid-app.js';
import { mitidInPerson } from './mitid-in-person.js';
import { mitidPhone } from './mitid-phone.js';
import { newPin } from './new-pin.js';
import { pin } from './pin.js';
import { pinChanged } from './pin-changed.js';
import { pinReset } from './pin-reset.js';
import { pinResetSent } from './pin-reset-sent.js';
import { recoverStyles } from './recover.styles.js';
import { reminder } from './reminder.js';
import { reminderSent } from './reminder-sent.js';
import { userIds } from './user-ids.js';
import { which } from './which.js';

/** The screens for forgotten user IDs and PINs. */
export const recoverScreens = {
  screens: {
    'recover.which': which,
    'recover.mitid': mitid,
    'recover.mitid-app': mitidApp,
    'recover.mitid-phone': mitidPhone,
    'recover.mitid-in-person': mitidInPerson,
    'recover.library': library,
    'recover.identify': identify,
    'recover.user-ids': userIds,
    'recover.reminder': reminder,
    'recover.reminder-sent': reminderSent,
    'recover.pin': pin,
    'recover.new-pin': newPin,
    'recover.pin-changed': pinChanged,
    'recover.pin-reset': pinReset,
    'recover.pin-reset-sent': pinResetSent,
  },
  styles: [fieldStyles, endingStyles, choiceStyles, inputStyles, foldStyles, recoverStyles],
} satisfies ScreenSet;
