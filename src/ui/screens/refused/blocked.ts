import { ending } from '../../frame/ending.js';
import { text } from '../../frame/layout.js';
import type { View } from '../../view.js';

/** The account is blocked: the library knows why. */
export const blocked: View = (ui) =>
  ending(ui, ui.t('register.blocked.heading'), text(ui.t('register.blocked.text')), { contact: 'primary' });
