import { html } from 'lit';
import { action } from '../parts/actions.js';
import { contact } from '../parts/contact.js';
import { providerName } from '../parts/provider-button.js';
import { heading, text, waiting } from '../parts/screen.js';
import type { PlainView, View } from '../view.js';

/** On the way to the provider, or waiting for its answer from another window. */
export const leaving: View = (ui) => {
  const { t } = ui;
  const provider = providerName(ui, ui.identify?.provider);
  const mode = ui.identify?.mode;
  if (mode === 'tab') {
    return html`${heading(t('register.leaving.tab'))} ${text(t('register.leaving.tab.text'))}
      <div class="actions">
        <a class="primary" part="button button-primary" href=${location.href} target="_blank" rel="noopener">${t('register.leaving.tab')}</a>
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

export const checking: View = ({ t }) => html`${heading(t('register.checking.heading'))} ${waiting(t('register.checking.text'))}`;

export const loading: PlainView = ({ t }) => html`${heading(t('busy'))} ${waiting('')}`;

export const unavailable: PlainView = (ui) =>
  html`${heading(ui.t('unavailable.heading'))} ${text(ui.t('unavailable.text'))} ${contact(ui)}`;
