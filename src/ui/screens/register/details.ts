import { html, nothing, type TemplateResult } from 'lit';
import { isSafeUrl } from '../../../contracts/text.js';
import type { Draft } from '../../../contracts/transaction.js';
import { validateDetails } from '../../../flow/shared/validation.js';
import { controlOf, form } from '../../form/form.js';
import { action } from '../../frame/actions.js';
import { checkbox } from '../../form/checkbox.js';
import { branchOf, contactFields, firstName, sendForm } from '../../form/contact-fields.js';
import { pinField, pinHint } from '../../form/pin.js';
import { screen, text } from '../../frame/layout.js';
import type { Ui, View } from '../../view.js';

/** Checks what is in the form, keeps what may be kept, and tells the flow. */
function submit(ui: Ui, element: HTMLFormElement, typed: Draft): void {
  const { config, secrets, context } = ui;
  secrets.set('pin', controlOf(element, 'pin'));
  const branch = branchOf(ui, element);
  const errors = validateDetails(
    { ...context.draft, ...typed, branch },
    { pin: secrets.get('pin'), birthDate: secrets.get('person')?.birthDate },
    config,
    context.branches ?? [],
  );
  sendForm(ui, typed, errors);
}

/** A link into a new tab: the form would be gone otherwise, and its PIN with it. */
function terms(ui: Ui): TemplateResult | typeof nothing {
  const url = ui.localize(ui.config.register?.terms?.url);
  if (!url || !isSafeUrl(url)) return nothing;
  return checkbox(ui, {
    name: 'terms',
    label: ui.t('field.terms'),
    checked: ui.context.draft.terms === true,
    after: html`<a part="link" class="quiet" href=${url} target="_blank" rel="noopener"
      >${ui.t('field.terms.read')} <span class="visually-hidden">${ui.t('field.new-tab')}</span></a
    >`,
  });
}

/** What only the patron knows: where to write, where to pick up, which PIN. Shown as it is while the request is under way. */
export const details: View = (ui) => {
  const { t } = ui;
  const name = firstName(ui);
  return screen(
    ui,
    name ? t('register.details.greeting', { name }) : t('register.details.heading'),
    html` ${text(t('register.details.text'))}
    ${form(ui, {
      submit: t('register.details.submit'),
      busy: t('register.details.busy'),
      beside: action(ui, 'cancel', { type: 'flow.cancel' }, t('action.cancel'), 'quiet'),
      onSubmit: (element, typed) => submit(ui, element, typed),
      content: html` ${contactFields(ui, t('field.email.hint'))} ${pinField(ui, { label: t('field.pin'), hint: pinHint(ui) })} ${terms(ui)}`,
    })}`,
  );
};
