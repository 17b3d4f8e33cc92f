import { html, nothing } from 'lit';
import { contact } from '../frame/contact.js';
import { heading, text } from '../frame/layout.js';
import type { PlainView } from '../view.js';

/** The configuration can't be used, or the flow has stopped. */
export const unavailable: PlainView = (ui) =>
  html`${heading(ui.t('unavailable.heading'))} ${text(ui.t('unavailable.text'))}
  ${
    ui.retry
      ? html`<div class="actions">
          <button type="button" class="primary" part="button button-primary" data-action="retry" @click=${ui.retry}>
            ${ui.t('action.retry')}
          </button>
        </div>`
      : nothing
  }${contact(ui)}`;
