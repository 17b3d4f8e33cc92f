import { audienceOf, minimumAgeOf } from '../../../flow/audiences.js';
import { action } from '../../frame/actions.js';
import { ending } from '../../frame/ending.js';
import { forChildren, keyFor, text } from '../../frame/layout.js';
import type { View } from '../../view.js';

/** Too young, and who can help. */
export const underAge: View = (ui) => {
  const { t } = ui;
  const age = minimumAgeOf(audienceOf(ui.context));
  return ending(
    ui,
    age ? t('register.under-age.heading', { age }) : t('register.under-age.plain'),
    text(t(forChildren(ui) ? keyFor(ui, 'register.under-age.text') : 'register.under-age.ask')),
    { contact: 'primary', ways: action(ui, 'paper', { type: 'paper.chosen' }, t('register.under-age.paper')) },
  );
};
