import { html } from 'lit';
import { ending } from '../../frame/ending.js';
import { text } from '../../frame/layout.js';
import { termList } from '../../parts/term-list.js';
import type { View } from '../../view.js';

/** What happens next, and what to refer to. */
export const applicationReceived: View = (ui) => {
  const { t } = ui;
  const { reference } = ui.context;
  return ending(
    ui,
    t('register.application-received.heading'),
    html`${text(t('register.application-received.next'))}
    ${termList([reference !== null && [t('register.application-received.reference'), reference]])}`,
    { sign: 'arrived' },
  );
};
