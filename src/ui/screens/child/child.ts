import { html } from 'lit';
import type { Draft } from '../../../contracts/transaction.js';
import { todayInCopenhagen } from '../../../domain/copenhagen.js';
import { audienceOf } from '../../../flow/audiences.js';
import { parseCpr } from '../../../domain/cpr.js';
import { validateChild } from '../../../flow/child/validation.js';
import { controlOf, form } from '../../form/form.js';
import { action } from '../../frame/actions.js';
import { checkbox } from '../../form/checkbox.js';
import { childFields } from './child-fields.js';
import { branchOf, contactFields, sendForm } from '../../form/contact-fields.js';
import { pinDigits } from '../../frame/pin-digits.js';
import { pinField } from '../../form/pin.js';
import { screen, text } from '../../frame/layout.js';
import type { Ui, View } from '../../view.js';

const maximumAge = ({ context }: Ui): number => audienceOf(context)?.maximumAge ?? 17;

/** Checks what is in the form, keeps what may be kept, and tells the flow. */
function submit(ui: Ui, element: HTMLFormElement, typed: Draft): void {
  const { config, secrets, context } = ui;
  for (const name of ['childCpr', 'childName', 'pin'] as const) secrets.set(name, controlOf(element, name));
  const errors = validateChild(
    { ...context.draft, ...typed, branch: branchOf(ui, element) },
    { childCpr: secrets.get('childCpr'), childName: secrets.get('childName'), pin: secrets.get('pin') },
    config,
    context.branches ?? [],
    todayInCopenhagen(ui.clock.now()),
    maximumAge(ui),
  );
  sendForm(ui, typed, errors);
}

/** A guardian applies for a child. Shown as it is while the request is under way. */
export const child: View = (plain) => {
  // The error for a number that is no child's says how old a child may be.
  const ui: Ui = { ...plain, t: (key, values) => plain.t(key, { limit: maximumAge(plain) + 1, ...values }) };
  const { t, context, secrets } = ui;
  const cpr = parseCpr(secrets.get('childCpr') ?? '');
  return screen(
    ui,
    t('register.child.heading'),
    html` ${text(t('register.child.text'))}
    ${form(ui, {
      submit: t('register.child.submit'),
      busy: t('register.child.busy'),
      beside: html`${action(ui, 'paper', { type: 'paper.chosen' }, t('register.child.paper'), 'quiet')}
      ${action(ui, 'cancel', { type: 'flow.cancel' }, t('action.cancel'), 'quiet')}`,
      onSubmit: (element, typed) => submit(ui, element, typed),
      content: html`${childFields(ui)} ${contactFields(ui, t('field.email.child.hint'))}
      ${pinField(
        ui,
        { label: t('field.child-pin'), hint: t('field.child-pin.hint', { digits: pinDigits(ui) }), optional: true },
        // Not the guardian's, who is logged in.
        cpr.ok ? cpr.birthDate : '',
      )}
      ${checkbox(ui, { name: 'liability', label: t('field.liability'), checked: context.draft.liability === true })}`,
    })}`,
  );
};
