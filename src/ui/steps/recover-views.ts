import type { Step } from '../../flow/types.js';
import { choiceStyles } from '../choice.styles.js';
import { fieldStyles } from '../field.styles.js';
import { foldStyles } from '../fold.styles.js';
import { recoverStyles } from '../recover.styles.js';
import { registerStyles } from '../register.styles.js';
import type { View } from '../view.js';
import { newPin, pinChanged, recoverIdentify, userIds } from './recover-account.js';
import { pinReset, pinResetSent, reminder, reminderSent } from './recover-by-email.js';
import { library, pin, which } from './recover-choices.js';
import { mitidApp } from './recover-guide.js';
import { mitid, mitidInPerson, mitidPhone } from './recover-mitid.js';
import { checking, leaving } from './waiting.js';

/** Screens for forgotten user IDs and PINs; loaded where someone asks for them. */
export const group = {
  views: {
    'recover.which': which,
    'recover.mitid': mitid,
    'recover.mitid-app': mitidApp,
    'recover.mitid-phone': mitidPhone,
    'recover.mitid-in-person': mitidInPerson,
    'recover.library': library,
    'recover.identify': recoverIdentify,
    'recover.leaving': leaving,
    'recover.checking': checking,
    'recover.user-ids': userIds,
    'recover.reminder': reminder,
    'recover.reminder-sent': reminderSent,
    'recover.pin': pin,
    'recover.new-pin': newPin,
    'recover.pin-changed': pinChanged,
    'recover.pin-reset': pinReset,
    'recover.pin-reset-sent': pinResetSent,
  } satisfies Partial<Record<Step, View>>,
  styles: [fieldStyles, choiceStyles, registerStyles, foldStyles, recoverStyles],
};
