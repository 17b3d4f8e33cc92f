import { html, nothing, type TemplateResult } from 'lit';
import { isSafeUrl } from '../../contracts/text.js';
import type { Draft } from '../../contracts/transaction.js';
import { parsePhone } from '../../domain/phone.js';
import { validateDetails } from '../../flow/validation.js';
import { form } from '../form.js';
import { action } from '../parts/actions.js';
import { branchField } from '../parts/branch.js';
import { checkbox } from '../parts/checkbox.js';
import { inputField } from '../parts/field.js';
import { pinField, pinHint } from '../parts/pin.js';
import { screen, text } from '../parts/screen.js';
import type { Ui, View } from '../view.js';

const controlOf = (element: HTMLFormElement, name: string): string => {
  const control = element.elements.namedItem(name);
  return control instanceof HTMLInputElement ? control.value : '';
};

/** Checks what is in the form, keeps what may be kept, and tells the flow. */
function submit(ui: Ui, element: HTMLFormElement, typed: Draft): void {
  const { config, secrets, facts } = ui;
  secrets.set('pin', controlOf(element, 'pin'));
  // Text in the combobox that is no branch is not the same mistake as no text.
  const branch = facts.draft.branch || controlOf(element, 'branch').trim();
  const errors = validateDetails(
    { ...facts.draft, ...typed, branch },
    { pin: secrets.get('pin'), birthDate: secrets.get('person')?.birthDate },
    config,
    facts.branches ?? [],
  );
  // The library system gets what was meant (E.164, no stray spaces), once it is clear what that is.
  const phone = parsePhone(typed.phone ?? '');
  const values = errors.length > 0 ? typed : { ...typed, email: typed.email?.trim(), ...(phone.ok ? { phone: phone.phone } : {}) };
  ui.send({ type: 'draft.changed', values });
  ui.send({ type: 'form.submitted', errors });
}

/** A link into a new tab: the form would be gone otherwise, and its PIN with it. */
function terms(ui: Ui): TemplateResult | typeof nothing {
  const url = ui.localize(ui.config.register?.terms?.url);
  if (!url || !isSafeUrl(url)) return nothing;
  return checkbox(ui, {
    name: 'terms',
    label: ui.t('field.terms'),
    checked: ui.facts.draft.terms === true,
    after: html`<a part="link" class="quiet" href=${url} target="_blank" rel="noopener"
      >${ui.t('field.terms.read')} <span class="visually-hidden">${ui.t('field.new-tab')}</span></a
    >`,
  });
}

/** What only the patron knows: where to write, where to pick up, which PIN. Shown as it is while the request is under way. */
export const details: View = (ui) => {
  const { t, facts } = ui;
  const { draft, session } = facts;
  const rules = ui.config.register;
  const name = ui.secrets.get('person')?.name?.trim().split(/\s+/)[0];
  return screen(
    ui,
    name ? t('register.details.greeting', { name }) : t('register.details.heading'),
    html` ${text(t('register.details.text'))}
    ${form(ui, {
      submit: t('register.details.submit'),
      busy: t('register.details.busy'),
      beside: action(ui, 'cancel', { type: 'flow.cancel' }, t('action.cancel'), 'quiet'),
      onSubmit: (element, typed) => submit(ui, element, typed),
      content: html` ${inputField(ui, {
        name: 'email',
        type: 'email',
        inputmode: 'email',
        autocomplete: 'email',
        label: t('field.email'),
        hint: t('field.email.hint'),
        value: draft.email ?? session?.person.email ?? '',
      })}
      ${
        rules?.phone === 'hidden'
          ? nothing
          : html` ${inputField(ui, {
              name: 'phone',
              type: 'tel',
              inputmode: 'tel',
              autocomplete: 'tel',
              label: t('field.phone'),
              optional: rules?.phone !== 'required' && !draft.sms,
              value: draft.phone ?? '',
            })}
            ${rules?.sms === false ? nothing : checkbox(ui, { name: 'sms', label: t('field.sms'), checked: draft.sms === true })}`
      }
      ${branchField(ui)} ${pinField(ui, { label: t('field.pin'), hint: pinHint(ui) })} ${terms(ui)}`,
    })}`,
  );
};
