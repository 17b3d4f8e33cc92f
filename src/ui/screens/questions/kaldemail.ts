import { html, nothing, type TemplateResult } from 'lit';
import { isSafeUrl } from '../../../contracts/text.js';
import { audienceOf } from '../../../flow/audiences.js';
import { validateMailbox } from '../../../flow/mailbox/validation.js';
import { emailForm } from '../../parts/email-form.js';
import { libraryContact, screen, text } from '../../frame/layout.js';
import { newTab } from '../../parts/new-tab.js';
import type { Ui, View } from '../../view.js';
import { domainsOf, withMailboxValues } from './mailbox-texts.js';

/** Only employees can order one, and only at work. */
function help(ui: Ui): TemplateResult {
  const { t } = ui;
  const orderUrl = audienceOf(ui.context)?.mailbox?.orderUrl;
  const link = orderUrl && isSafeUrl(orderUrl) ? newTab(ui, orderUrl, orderUrl) : nothing;
  return html`<details>
    <summary>${t('register.kaldemail.help')}</summary>
    <p>${t('register.kaldemail.where')}</p>
    <ol>
      <li>${t('register.kaldemail.1')} ${link}</li>
      <li>${t('register.kaldemail.2')}</li>
      <li>${t('register.kaldemail.3')}</li>
    </ol>
  </details>`;
}

export const kaldemail: View = (plain) => {
  const ui = withMailboxValues(plain);
  const { t } = ui;
  return screen(
    ui,
    t('register.kaldemail.heading'),
    html` ${text(t('register.kaldemail.text'))}
    ${emailForm(ui, {
      label: t('field.kaldemail'),
      hint: t('field.kaldemail.hint'),
      submit: t('register.kaldemail.submit'),
      value: ui.mailbox?.email,
      validate: (email) => validateMailbox(email, domainsOf(ui)),
    })}
    ${help(ui)} ${libraryContact(ui)}`,
  );
};
