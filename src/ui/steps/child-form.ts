import { html, nothing, type TemplateResult } from 'lit';
import { addressOf } from '../address.js';
import { keepTyped } from '../form.js';
import { checkbox } from '../parts/checkbox.js';
import { childFields } from '../parts/child-fields.js';
import { contactFields } from '../parts/contact-fields.js';
import { inputField } from '../parts/field.js';
import { pinHint } from '../parts/pin.js';
import { libraryName, screen, text } from '../parts/screen.js';
import { printAlone } from '../print-alone.js';
import type { Ui, View } from '../view.js';
import { staffedHours, weekHours } from '../week-hours.js';

/** A line to write on by hand. */
const line = (label: string, content?: string): TemplateResult => html`<p class="line"><span>${label}</span> <b>${content}</b></p>`;

/** Whom to hand it to, and when somebody is there: the branch that was chosen, else the library. */
function recipient(ui: Ui): TemplateResult {
  const { t, facts, config } = ui;
  const branch = facts.branches?.find(({ id }) => id === facts.draft.branch);
  const { phone, email } = config.library.contact ?? {};
  const hours = weekHours(staffedHours(branch?.openingHours), ui.language).map((entry) => entry.join(' '));
  return html`<p class="recipient">
    <b>${libraryName(ui)}</b>${branch ? html`<br />${branch.name}<br />${addressOf(branch)}` : nothing}
    ${hours.length > 0 ? html`<br />${t('register.child-form.hours')}: ${hours.join(' · ')}` : nothing}
    ${phone || email ? html`<br />${[phone, email].filter(Boolean).join(' · ')}` : nothing}
  </p>`;
}

/** The enrolment form on paper: filled in on the screen or by hand. Nothing of it is sent; number, name and PIN stay in the private holder. */
export const childForm: View = (ui) => {
  const { t, secrets, facts } = ui;
  printAlone();
  return screen(
    ui,
    t('register.child-form.heading'),
    html` <div class="aside">
        ${text(t('register.child-form.text'))}
        <button type="button" class="primary" part="button button-primary" data-action="print" @click=${() => print()}>
          ${t('register.child-form.print')}
        </button>
      </div>
      <form class="sheet" novalidate autocomplete="off" @submit=${(event: Event) => event.preventDefault()} @input=${keepTyped(ui)}>
        ${recipient(ui)}
        <div class="columns">
          <div>
            <h3>${t('register.child-form.child')}</h3>
            ${childFields(ui)}
            ${inputField(ui, {
              name: 'pin',
              type: 'text',
              inputmode: 'numeric',
              autocomplete: 'off',
              label: t('field.child-pin'),
              hint: pinHint(ui),
              optional: true,
              value: secrets.get('pin') ?? '',
              onInput: (value) => secrets.set('pin', value),
            })}
          </div>
          <div>
            <h3>${t('register.child-form.guardian')}</h3>
            ${contactFields(ui, t('field.email.child.hint'))}
          </div>
        </div>
        ${line(t('register.child-form.name'), secrets.get('person')?.name)} ${line(t('register.child-form.cpr'))}
        ${line(t('register.child-form.address'))}
        ${checkbox(ui, { name: 'liability', label: t('field.liability'), checked: facts.draft.liability === true })}
        <div class="columns">${line(t('register.child-form.date'))} ${line(t('register.child-form.signature'))}</div>
        <div class="office">
          <h3>${t('register.child-form.library')}</h3>
          ${line(t('register.child-form.seen'))} ${line(t('register.child-form.number'))}
        </div>
      </form>`,
  );
};
