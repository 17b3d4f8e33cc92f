import { html, nothing, type TemplateResult } from 'lit';
import type { MailboxChallenge } from '../../contracts/services.js';
import { isSafeUrl } from '../../contracts/text.js';
import { audienceOf } from '../../flow/audiences.js';
import { validateCode, validateMailbox } from '../../flow/mailbox-validation.js';
import { controlOf, form } from '../form.js';
import { action, partOf } from '../parts/actions.js';
import { choiceScreen, yesOrNo } from '../parts/choice.js';
import { LibrarySignupCountdown } from '../parts/countdown.js';
import { emailForm } from '../parts/email-form.js';
import { inputField } from '../parts/field.js';
import { newTab } from '../parts/new-tab.js';
import { listed } from '../parts/listed.js';
import { libraryContact, screen, text } from '../parts/screen.js';
import type { Ui, View } from '../view.js';

// Named, because the package is marked as free of side effects: a bundler would drop an import that nothing is taken from.
if (!customElements.get('library-signup-countdown')) customElements.define('library-signup-countdown', LibrarySignupCountdown);

/** When a challenge or a failure came: they say seconds, and a screen that is drawn again must not start to count again. */
const arrivals = new WeakMap<object, number>();
function arrivalOf(what: object): number {
  const at = arrivals.get(what) ?? Date.now();
  arrivals.set(what, at);
  return at;
}

const lengthOf = (challenge: MailboxChallenge | null | undefined): number => challenge?.codeLength ?? 6;
const domainsOf = ({ facts }: Ui): readonly string[] => audienceOf(facts)?.mailbox?.domains ?? [];

/** Texts that know which domains count, how long the code is, how many tries are left, and when to come back. */
function withValues(ui: Ui): Ui {
  const { challenge, attemptsLeft, failure } = ui.mailbox ?? {};
  const domains = domainsOf(ui).map((domain) => domain.trim().replace(/^@?/, '@'));
  const until = failure && new Date(arrivalOf(failure) + (failure.retryAfter ?? 60) * 1000);
  const known = {
    domains: listed(ui, domains, 'disjunction'),
    length: lengthOf(challenge),
    attempts: attemptsLeft ?? 0,
    time: until?.toLocaleTimeString(ui.language === 'da' ? 'da' : 'en-GB', { timeStyle: 'short', timeZone: 'Europe/Copenhagen' }) ?? '',
  };
  return { ...ui, t: (key, values) => ui.t(key, { ...known, ...values }) };
}

export const hasLogin: View = (ui) =>
  choiceScreen(ui, 'hasLogin', ui.t('register.has-login.heading'), yesOrNo(ui, { no: ui.t('register.has-login.no') }));

/** Only employees can order one, and only at work. */
function help(ui: Ui): TemplateResult {
  const { t } = ui;
  const orderUrl = audienceOf(ui.facts)?.mailbox?.orderUrl;
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
  const ui = withValues(plain);
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

/** Another code, once one may be asked for; until then the button says for how long not. */
function resend(ui: Ui, isExpired: boolean): TemplateResult {
  const { t, mailbox, secrets } = ui;
  const isReady = ui.can({ type: 'code.resend' });
  const challenge = mailbox?.challenge;
  const look = isExpired ? 'primary' : 'secondary';
  const send = (): void => {
    if (!isReady) return;
    // The code that was sent before is worth nothing from now on.
    secrets.clear('code');
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
  const ui = withValues(plain);
  const { t, mailbox, secrets } = ui;
  const isLocked = mailbox?.failure?.code === 'locked-out';
  const isExpired = mailbox?.errors.some(({ code }) => code === 'expired') === true;
  const keep = (value: string): void => secrets.set('code', value.replace(/\D/g, ''));
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
