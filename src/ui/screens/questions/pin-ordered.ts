import { ending } from '../../frame/ending.js';
import { text } from '../../frame/layout.js';
import type { View } from '../../view.js';

/** The same words for everyone: who is a patron is nobody else's business. */
export const pinOrdered: View = (ui) =>
  ending(ui, ui.t('register.pin-ordered.heading'), [text(ui.t('register.pin-ordered.text')), text(ui.t('register.pin-ordered.nothing'))], {
    sign: 'arrived',
  });
