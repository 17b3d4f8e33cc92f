import { html, nothing, type TemplateResult } from 'lit';
import { isSafeUrl } from '../../contracts/text.js';
import { audienceOf } from '../../flow/audiences.js';
import { validateCode, validateMailbox } from '../../flow/mailbox-validation.js';
import { controlOf, form } from '../form.js';
import { action } from '../parts/actions.js';
import { choiceScreen, yesOrNo } from '../parts/choice.js';
import { LibrarySignupCountdown } from '../parts/countdown.js';
import { inputField } from '../parts/field.js';
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

const domainsOf = ({ facts }: Ui): readonly string[] => audienceOf(facts)?.mailbox?.domains ?? [];

/** Texts that know which domains count, how long the code is, how many tries are left, and when to come back. */
function withValues(ui: Ui): Ui {
  const { challenge, attemptsLeft, failure } = ui.mailbox ?? {};
  const clock = new Intl.DateTimeFormat(ui.language === 'da' ? 'da-DK' : 'en-GB', { timeStyle: 'short', timeZone: 'Europe/Copenhagen' });
  const domains = domainsOf(ui).map((domain) => `@${domain.trim().replace(/^@/, '')}`);
  const known = {
    domains: listed(ui, domains, 'disjunction'),
    length: challenge?.codeLength ?? 6,
    attempts: attemptsLeft ?? 0,
    time: failure ? clock.format(arrivalOf(failure) + (failure.retryAfter ?? 60) * 1000) : '',
  };
  return {
    ...ui,
    t: (key, values) =>
      ui.t(key === 'error.code.wrong' && typeof attemptsLeft !== 'number' ? 'error.code.invalid' : key, { ...known, ...values }),
  };
}

export const hasLogin: View = (ui) =>
  choiceScreen(ui, 'hasLogin', ui.t('register.has-login.heading'), yesOrNo(ui, { no: ui.t('register.has-login.no') }));

/** Only employees can order one, and only at work. */
function help({ t, facts }: Ui): TemplateResult {
  const orderUrl = audienceOf(facts)?.mailbox?.orderUrl;
  const link =
    orderUrl !== undefined && isSafeUrl(orderUrl)
      ? html` <a part="link" href=${orderUrl} target="_blank" rel="noopener"
          >${orderUrl}<span class="visually-hidden"> ${t('field.new-tab')}</span></a
        >`
      : nothing;
  return html`<details>
    <summary>${t('register.kaldemail.help')}</summary>
    <p>${t('register.kaldemail.where')}</p>
    <ol>
      <li>${t('register.kaldemail.1')}${link}</li>
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
    ${form(ui, {
      submit: t('register.kaldemail.submit'),
      onSubmit: (_, { email = '' }) => {
        ui.send({ type: 'draft.changed', values: { email: email.trim() } });
        ui.send({ type: 'form.submitted', errors: validateMailbox(email, domainsOf(ui)) });
      },
      content: inputField(ui, {
        name: 'email',
        type: 'email',
        inputmode: 'email',
        autocomplete: 'email',
        label: t('field.kaldemail'),
        hint: t('field.kaldemail.hint'),
        value: ui.mailbox?.email ?? ui.facts.draft.email ?? '',
      }),
    })}
    ${help(ui)} ${libraryContact(ui)}`,
  );
};

/** Another code, once one may be asked for; until then the button says for how long not. */
function resend(ui: Ui): TemplateResult {
  const { t, mailbox, secrets } = ui;
  const isReady = ui.can({ type: 'code.resend' });
  const since = mailbox?.challenge;
  const send = (): void => {
    if (!isReady) return;
    // The code that was sent before is worth nothing from now on.
    secrets.clear('code');
    ui.send({ type: 'code.resend' });
  };
  return html`<p class="muted" id="resend" role="status">${isReady ? t('register.kaldemail-code.ready') : nothing}</p>
    ${
      since && !isReady
        ? html`<p class="muted" id="wait">
            ${t('register.kaldemail-code.wait')}
            <library-signup-countdown .until=${arrivalOf(since) + since.resendAfter * 1000}></library-signup-countdown>
          </p>`
        : nothing
    }
    <div class="actions">
      <button
        type="button"
        class="secondary"
        part="button"
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
  const keep = (value: string): void => secrets.set('code', value.replace(/\D/g, ''));
  return screen(
    ui,
    t('register.kaldemail-code.heading'),
    isLocked
      ? html`<div class="actions">${action(ui, 'change', { type: 'email.change' }, t('register.kaldemail-code.change'))}</div>
          ${libraryContact(ui)}`
      : html` ${text(
          t('register.kaldemail-code.text', {
            email: mailbox?.email ?? '',
            minutes: Math.floor((mailbox?.challenge?.expiresIn ?? 600) / 60),
          }),
        )}
        ${form(ui, {
          submit: t('register.kaldemail-code.submit'),
          onSubmit: (element) => {
            keep(controlOf(element, 'code'));
            const errors = validateCode(secrets.get('code') ?? '', mailbox?.challenge?.codeLength ?? 6);
            ui.send({ type: 'form.submitted', errors });
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
        ${resend(ui)} ${libraryContact(ui)}`,
  );
};
