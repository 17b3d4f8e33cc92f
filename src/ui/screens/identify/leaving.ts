import { html } from 'lit';
import { action } from '../../frame/actions.js';
import { heading, text, waiting } from '../../frame/layout.js';
import { providerName } from '../../frame/provider-button.js';
import type { View } from '../../view.js';

/** On the way to the provider, or waiting for its answer from another window. */
export const leaving: View = (ui) => {
  const { t } = ui;
  const provider = providerName(ui, ui.identify?.provider);
  const mode = ui.identify?.mode;
  if (mode === 'tab' || mode === 'blocked') {
    return html`${heading(t('register.leaving.tab'))} ${text(t('register.leaving.tab.text'))}
      ${mode === 'blocked' ? text(html`${t('register.leaving.blocked')} <span translate="no">${location.href}</span>`) : ''}
      <div class="actions">
        <a class="primary" part="button button-primary" href=${location.href} target="_blank" rel="noopener"
          >${t('register.leaving.tab')}</a
        >
        ${action(ui, 'cancel', { type: 'flow.cancel' }, t('action.cancel'), 'quiet')}
      </div>`;
  }
  const elsewhere = mode === 'popup';
  return html`${heading(t(elsewhere ? 'register.leaving.waiting' : 'register.leaving.heading', { provider }))}
    ${waiting(t(elsewhere ? 'register.leaving.waiting.text' : 'register.leaving.text'))}
    <div class="actions">
      ${elsewhere ? action(ui, 'return', { type: 'identity.never-returned' }, t('action.done')) : ''}
      ${action(ui, 'cancel', { type: 'flow.cancel' }, t('action.cancel'), 'quiet')}
    </div>`;
};
