import { html, nothing, type TemplateResult } from 'lit';
import { cleanInput } from '../../../domain/clean-input.js';
import { validateCode } from '../../../flow/mailbox/validation.js';
import { action, partOf } from '../../frame/actions.js';
import { LibrarySignupCountdown } from '../../parts/countdown.js';
import { inputField } from '../../form/field.js';
import { controlOf, form } from '../../form/form.js';
import { libraryContact, screen } from '../../frame/layout.js';
import type { Ui, View } from '../../view.js';
import { arrivalOf, lengthOf, withMailboxValues } from './mailbox-texts.js';

// Named, because the package is marked as free of side effects: a bundler would drop an import that nothing is taken from.
if (!customElements.get('library-signup-countdown')) customElements.define('library-signup-countdown', LibrarySignupCountdown);

/** Another code, once one may be asked for; until then the button says for how long not. */
function resend(ui: Ui, isExpired: boolean): TemplateResult {
  const { t, mailbox, secrets } = ui;
  const isReady = ui.can({ type: 'code.resend' });
  const challenge = mailbox?.challenge;
  const look = isExpired ? 'primary' : 'secondary';
  const send = (event: Event): void => {
    if (!isReady) return;
    // The code that was sent before is worth nothing from now on.
    secrets.clear('code');
    const field = ((event.currentTarget as HTMLElement).getRootNode() as ShadowRoot).querySelector<HTMLInputElement>('#code');
    if (field) field.value = '';
    field?.focus();
    ui.send({ type: 'code.resend' });
  };
  return html`<p class="muted" id="resend" role="status">${isReady && !isExpired ? t('register.kaldemail-code.ready') : nothing}</p>
    ${
      challenge && !isReady
        ? html`<p class="muted" id="wait">
            ${t('register.kaldemail-code.wait')}
            <library-signup-countdown .until=${arrivalOf(challenge) + challenge.resendAfter * 1000}></library-signup-countdown>
          </p>`
        : nothing
    }
    <div class="actions">
      <button
        type="button"
        class=${look}
        part=${partOf(look)}
        data-action="resend"
        aria-disabled=${isReady ? 'false' : 'true'}
        aria-describedby=${isReady ? 'resend' : 'wait'}
        @click=${send}
      >
        ${t('register.kaldemail-code.resend')}
      </button>
      ${action(ui, 'change', { type: 'email.change' }, t('register.kaldemail-code.change'), 'quiet')}
    </div>`;
}

export const kaldemailCode: View = (plain) => {
  const ui = withMailboxValues(plain);
  const { t, mailbox, secrets } = ui;
  const isLocked = mailbox?.failure?.code === 'locked-out';
  const isExpired = mailbox?.errors.some(({ code }) => code === 'expired') === true;
  const keep = (value: string): void => secrets.set('code', cleanInput(value).replace(/\D/g, ''));
  return screen(
    ui,
    t('register.kaldemail-code.heading'),
    isLocked
      ? html`<div class="actions">${action(ui, 'change', { type: 'email.change' }, t('register.kaldemail-code.change'))}</div>
          ${libraryContact(ui)}`
      : html` <p part="text">
            ${t('register.kaldemail-code.text', { email: mailbox?.email ?? '' })}
            ${isExpired ? nothing : t('register.kaldemail-code.valid', { minutes: Math.floor((mailbox?.challenge?.expiresIn ?? 600) / 60) })}
          </p>
          ${form(ui, {
            submit: t('register.kaldemail-code.submit'),
            look: isExpired ? 'secondary' : 'primary',
            onSubmit: (element) => {
              keep(controlOf(element, 'code'));
              ui.send({ type: 'form.submitted', errors: validateCode(secrets.get('code') ?? '', lengthOf(mailbox?.challenge)) });
            },
            content: inputField(ui, {
              name: 'code',
              type: 'text',
              inputmode: 'numeric',
              autocomplete: 'one-time-code',
              label: t('field.code'),
              hint: t('field.code.hint'),
              value: secrets.get('code') ?? '',
              onInput: keep,
            }),
          })}
          ${resend(ui, isExpired)} ${libraryContact(ui)}`,
  );
};
