import { html, nothing, type TemplateResult } from 'lit';
import type { Draft } from '../../contracts/transaction.js';
import { parsePhone } from '../../domain/phone.js';
import type { FieldError } from '../../flow/types.js';
import { controlOf } from './form.js';
import type { Ui } from '../view.js';
import { branchField } from './branch.js';
import { checkbox } from './checkbox.js';
import { inputField } from './field.js';

/** How to greet whoever logged in. */
export const firstName = ({ secrets, context }: Ui): string | undefined =>
  // In place of a protected name stands a word that is nobody's.
  context.session?.person.addressProtected ? undefined : secrets.get('person')?.name?.trim().split(/\s+/)[0];

/** Text in the combobox that is no branch is not the same mistake as no text. */
export const branchOf = (ui: Ui, element: HTMLFormElement): string => ui.context.draft.branch || controlOf(element, 'branch');

/** Tells the flow what was submitted: as it was meant (E.164, no stray spaces) once it is clear what that is. */
export function sendForm(ui: Ui, typed: Draft, errors: readonly FieldError[]): void {
  const phone = parsePhone(typed.phone ?? '');
  const values = errors.length > 0 ? typed : { ...typed, ...(phone.ok && { phone: phone.phone }) };
  ui.send({ type: 'draft.changed', values });
  ui.send({ type: 'form.submitted', errors });
}

/** Where to write, whether to text, where to pick up. */
export function contactFields(ui: Ui, emailHint: string): TemplateResult {
  const { t, context } = ui;
  const { draft, session } = context;
  const rules = ui.config.register;
  return html`${inputField(ui, {
    name: 'email',
    type: 'text',
    inputmode: 'email',
    autocomplete: 'email',
    label: t('field.email'),
    hint: emailHint,
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
  ${branchField(ui)}`;
}
