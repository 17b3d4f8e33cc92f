import { html, nothing } from 'lit';
import { validateNewPin } from '../../flow/validation.js';
import { form } from '../form.js';
import { emailForm } from '../parts/email-form.js';
import { pinField, pinHint } from '../parts/pin.js';
import { providerButton } from '../parts/provider-button.js';
import { facts, libraryContact, libraryName, screen, text, waiting } from '../parts/screen.js';
import type { View } from '../view.js';
import { userIdText } from './done.js';
import { asking, ending, onward } from './recover-screen.js';

/** The way to the provider. Nothing of registering: whoever comes here is a patron, or finds out. */
export const recoverIdentify: View = (ui) => {
  const { t } = ui;
  return asking(
    ui,
    screen(
      ui,
      t(ui.facts.answers['forgotten'] === 'library' ? 'recover.identify.library' : 'recover.identify.pin'),
      html`<div class="actions">${ui.identify?.providers.map((id, at) => providerButton(ui, id, at))}</div>`,
    ),
  );
};

/** The user IDs, masked, as the library system masks them; and the e-mail address as one more, where the library allows it. */
export const userIds: View = (ui) => {
  const { t, config } = ui;
  const { userIds: known, emailIsUserId } = ui.facts;
  const mayAdd = config.recover?.emailAsUserId === true && !emailIsUserId && known?.every(({ type }) => type !== 'email');
  if (!known) return screen(ui, t('recover.user-ids.heading'), [waiting(t('busy')), libraryContact(ui)]);
  const isNone = known.length === 0;
  return screen(
    ui,
    t('recover.user-ids.heading'),
    html`<div role="status">${emailIsUserId ? html`<p class="notice" part="notice">${t('recover.user-ids.added')}</p>` : nothing}</div>
      ${
        isNone
          ? text(t('recover.user-ids.none'))
          : html`${text(t('recover.library.text', { library: libraryName(ui) }))}
              <div class="ids">${facts(known.map((id) => [ui.localize(id.label) || t(`user-id.${id.type}`), id.hint] as const))}</div>`
      }
      ${isNone ? libraryContact(ui) : nothing} ${onward(ui, isNone ? 'secondary' : 'primary')}
      ${
        mayAdd
          ? html`<h3>${t('recover.user-ids.email.heading')}</h3>
              ${emailForm(ui, { submit: t('recover.user-ids.submit'), look: 'secondary' })}`
          : nothing
      }
      ${isNone ? nothing : libraryContact(ui)}`,
  );
};

/** By the login, or by the mailed link that opened the page. */
export const newPin: View = (ui) => {
  const { t, secrets } = ui;
  return asking(
    ui,
    screen(
      ui,
      t('recover.new-pin.heading'),
      form(ui, {
        submit: t('recover.new-pin.submit'),
        onSubmit: (element) => {
          const control = element.elements.namedItem('pin');
          if (control instanceof HTMLInputElement) secrets.set('pin', control.value);
          const errors = validateNewPin({ pin: secrets.get('pin'), birthDate: secrets.get('person')?.birthDate }, ui.config);
          ui.send({ type: 'form.submitted', errors });
        },
        content: pinField(ui, { label: t('field.new-pin'), hint: pinHint(ui) }),
      }),
    ),
  );
};

export const pinChanged: View = (ui) => {
  const { t } = ui;
  return ending(
    ui,
    t('recover.pin-changed.heading'),
    html`${text(t('recover.pin-changed.text'))}
    ${facts([[t('register.done.login'), t('register.already-patron.login', { userId: userIdText(ui, ui.facts.session?.patron.userId) })]])}`,
  );
};
