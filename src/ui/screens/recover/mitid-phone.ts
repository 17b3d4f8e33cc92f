import { html } from 'lit';
import { screen, text } from '../../frame/layout.js';
import type { View } from '../../view.js';
import { about, otherWays } from './other-ways.js';
import { onward } from './ways-out.js';

const SUPPORT = '+45 33 98 00 10';

export const mitidPhone: View = (ui) => {
  const { t } = ui;
  return screen(
    ui,
    t('recover.ways.phone'),
    html`${text(t('recover.phone.text'))}
      <a class="primary" part="button button-primary" data-action="contact" href="tel:${SUPPORT.replace(/ /g, '')}"
        >${t('contact.call', { phone: SUPPORT })}</a
      >
      ${about(ui, 'recover.phone.ready', 'recover.phone.asked')} ${text(t('recover.phone.unsure'))} ${otherWays(ui)} ${onward(ui, 'quiet')}`,
  );
};
