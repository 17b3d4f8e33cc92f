import { html, nothing, type TemplateResult } from 'lit';
import type { Branch } from '../../../contracts/library.js';
import { addressOf } from '../../../domain/address.js';
import { keepTyped } from '../../form/form.js';
import { checkbox } from '../../form/checkbox.js';
import { childFields } from './child-fields.js';
import { contactFields } from '../../form/contact-fields.js';
import { inputField } from '../../form/field.js';
import { pinDigits } from '../../frame/pin-digits.js';
import { libraryName, screen, text } from '../../frame/layout.js';
import { printAlone } from './print-alone.js';
import type { Ui, View } from '../../view.js';
import { staffedHours, weekHours } from '../../../domain/week-hours.js';

/** A line to write on by hand, labelled like a field. */
const line = (label: string, content?: string, kind = 'line'): TemplateResult =>
  html`<p class="field ${kind}"><span>${label}</span><b>${content}</b></p>`;

/** Where to hand it in: at the branch that was chosen, else at any; the first stands for many. */
const placesOf = ({ context: { branches, draft } }: Ui): readonly Branch[] =>
  branches?.filter(({ id }, at) => (draft.branch ? id === draft.branch : branches.length < 4 || at === 0)) ?? [];

/** Whom to hand it to, where, and when somebody is there. */
function recipient(ui: Ui): TemplateResult {
  const { t, config } = ui;
  const { phone, email } = config.library.contact ?? {};
  return html`<p class="recipient">
    <b>${libraryName(ui)}</b><br />${t('register.child-form.hand-in')}
    ${placesOf(ui).map((place) => {
      const hours = weekHours(staffedHours(place.openingHours), ui.language).map((entry) => entry.join(' '));
      return html`<br />${[place.name, addressOf(place)].filter(Boolean).join(', ')}
        ${hours.length > 0 ? html`<br />${t('register.child-form.hours')}: ${hours.join(' · ')}` : nothing}`;
    })}
    ${phone || email ? html`<br />${[phone, email].filter(Boolean).join(' · ')}` : nothing}
  </p>`;
}

/** The enrolment form on paper: filled in on the screen or by hand. Nothing of it is sent; number, name and PIN stay in the secret holder. */
export const childForm: View = (ui) => {
  const { t, secrets, context } = ui;
  printAlone();
  // A box for each digit, where the child's number is not typed here.
  const isByHand = (): boolean => !secrets.get('childCpr');
  return screen(
    ui,
    t('register.child-form.heading'),
    html` <div class="aside">
        ${text(t('register.child-form.text'))}
        <button type="button" class="primary" part="button button-primary" data-action="print" @click=${() => print()}>
          ${t('register.child-form.print')}
        </button>
      </div>
      <form
        class="sheet ${isByHand() ? 'by-hand' : ''}"
        novalidate
        autocomplete="off"
        @submit=${(event: Event) => event.preventDefault()}
        @input=${(event: Event) => {
          (event.currentTarget as HTMLFormElement).classList.toggle('by-hand', isByHand());
          keepTyped(ui)(event);
        }}
      >
        ${recipient(ui)}
        <div class="columns">
          <div>
            <h3 part="sub-heading">${t('register.child-form.child')}</h3>
            ${childFields(ui)}
            ${inputField(ui, {
              name: 'pin',
              type: 'text',
              inputmode: 'numeric',
              autocomplete: 'off',
              label: t('field.child-pin'),
              hint: `${t('field.pin.digits', { digits: pinDigits(ui) })}. ${t('field.child-pin.hint')}`,
              optional: true,
              value: secrets.get('pin') ?? '',
              onInput: (value) => secrets.set('pin', value),
            })}
          </div>
          <div>
            <h3 part="sub-heading">${t('register.child-form.guardian')}</h3>
            ${line(t('register.child-form.name'), secrets.get('person')?.name)} ${line(t('register.child-form.cpr'), '', 'line cpr')}
            ${line(t('register.child-form.address'))} ${contactFields(ui, t('field.email.child.hint'))}
          </div>
        </div>
        ${checkbox(ui, { name: 'liability', label: t('field.liability'), checked: context.draft.liability === true })}
        <div class="columns">${line(t('register.child-form.date'))} ${line(t('register.child-form.signature'))}</div>
        <div class="office">
          <h3 part="sub-heading">${t('register.child-form.library')}</h3>
          <div class="columns">${line(t('register.child-form.seen'))} ${line(t('register.child-form.number'))}</div>
        </div>
      </form>`,
  );
};
