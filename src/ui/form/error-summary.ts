import { html, nothing, type TemplateResult } from 'lit';
import type { Ui } from '../view.js';
import { errorText } from './errors.js';
import { fresh } from '../frame/fresh.js';

function focusField(event: Event): void {
  const link = event.currentTarget as HTMLAnchorElement;
  const root = link.getRootNode() as Document | ShadowRoot;
  // A fragment doesn't reach into a shadow root, and would be left in the host page's address.
  event.preventDefault();
  const field = root.getElementById(link.hash.slice(1));
  // A label that scrolls out of sight says nothing; its field's container begins with it.
  field?.closest('.field, fieldset')?.scrollIntoView({ block: 'nearest' });
  field?.focus({ preventScroll: true });
}

/** Every error of a submitted form, in the words that stand at the field (GOV.UK Design System, "Error summary"). */
export function errorSummary(ui: Ui): TemplateResult | typeof nothing {
  const errors = ui.mailbox?.errors ?? ui.context.errors;
  return errors.length === 0
    ? nothing
    : html` <div class="summary" part="summary" data-error-summary tabindex="-1" role="group" aria-labelledby="summary">
        <div role="alert">
          <h3 id="summary" part="sub-heading">${ui.t('error.summary')}</h3>
          <ul>
            ${errors.map((error) => html`<li><a href="#${error.field}" part="link" @click=${focusField}>${fresh(errorText(ui, error))}</a></li>`)}
          </ul>
        </div>
      </div>`;
}
