import { html, nothing, type TemplateResult } from 'lit';
import { eidProviders } from '../../../flow/login/policy.js';
import { action } from '../../frame/actions.js';
import { providerButton } from '../../frame/provider-button.js';
import type { Ui } from '../../view.js';

/** MitID, in one press, where the flow takes it now. */
export const eidButtons = (ui: Ui): (TemplateResult | typeof nothing)[] =>
  eidProviders(ui.context).providers.map((id, at) =>
    ui.can({ type: 'identity.chosen', provider: id }) || ui.busy ? providerButton(ui, id, at + 1) : nothing,
  );

/** Another library, where the page leaves the choice. */
export const another = (ui: Ui): TemplateResult | typeof nothing =>
  action(ui, 'change', { type: 'library.change' }, ui.t('login.another'), 'quiet');

/** What is the way on for most people, with the quieter ways below. */
export const actions = (...ways: unknown[]): TemplateResult => html`<div class="actions">${ways}</div>`;
