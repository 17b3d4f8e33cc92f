import { endingStyles } from '../../parts/ending.styles.js';
import { choiceStyles } from '../../parts/choice.styles.js';
import { comboboxStyles } from '../../form/combobox.styles.js';
import { fieldStyles } from '../../form/field.styles.js';
import { inputStyles } from '../../form/input.styles.js';
import { failed } from '../failed.js';
import { checking } from '../identify/checking.js';
import { leaving } from '../identify/leaving.js';
import type { ScreenSet } from '../screen-set.js';
import { card } from './card.js';
import { done, linked } from './ends.js';
import { guest, guestReady } from './guest.js';
import { identify } from './identify.js';
import { library } from './library.js';
import { belongsToProfile, linkOffer, linkRefused } from './link.js';
import { loginStyles } from './login.styles.js';
import { method } from './method.js';
import { myLibraries } from './my-libraries.js';
import { orderPin } from './order-pin.js';
import { blocked, unsupported } from './refused.js';

/** The screens for logging in with one's library or MitID. */
export const loginScreens = {
  screens: {
    'login.library': library,
    'login.method': method,
    'login.card': card,
    'login.link-offer': linkOffer,
    'login.identify': identify,
    'login.leaving': leaving,
    'login.checking': checking,
    'login.linked': linked,
    'login.link-refused': linkRefused,
    'login.belongs-to-profile': belongsToProfile,
    'login.guest': guest,
    'login.guest-ready': guestReady,
    'login.order-pin': orderPin,
    'login.my-libraries': myLibraries,
    'login.blocked': blocked,
    'login.unsupported': unsupported,
    'login.failed': failed,
    'login.done': done,
  },
  styles: [fieldStyles, endingStyles, choiceStyles, inputStyles, comboboxStyles, loginStyles],
} satisfies ScreenSet;
