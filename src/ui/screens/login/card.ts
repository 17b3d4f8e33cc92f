import { html, nothing, type TemplateResult } from 'lit';
import type { Library } from '../../../contracts/directory.js';
import { readUserId } from '../../../domain/card-login.js';
import { cardErrors, hasDigitPin, pinErrors, pinOf } from '../../../flow/login/validation.js';
import { inputField } from '../../form/field.js';
import { form } from '../../form/form.js';
import { showButton } from '../../form/pin.js';
import { action } from '../../frame/actions.js';
import { libraryContact, screen, text } from '../../frame/layout.js';
import type { Ui, View } from '../../view.js';
import { withLibrary } from './shown-library.js';
import { actions, another } from './ways.js';

/** The PIN as the library has it: digits at most, a password at some. */
export const cardPin = (ui: Ui, library: Library): TemplateResult =>
  inputField(ui, {
    name: 'pin',
    type: 'password',
    ...(hasDigitPin(library) && { inputmode: 'numeric' as const }),
    autocomplete: 'current-password',
    label: ui.t('field.card-pin'),
    hint: ui.t('field.card-pin.hint'),
    value: ui.secrets.get('pin') ?? '',
    onInput: (pin) => ui.secrets.set('pin', pin),
    beside: showButton(ui),
  });

/** How many tries are left, after a wrong one. */
export const attempts = (ui: Ui, left: number | null): TemplateResult | typeof nothing =>
  left === null ? nothing : html`<p part="text" id="attempts">${ui.t('login.attempts', { count: left })}</p>`;

/** User ID and PIN, named as this library names them. */
export const card: View = (plain) => {
  const { ui, login, library } = withLibrary(plain);
  const { t, secrets } = ui;
  if (!library) return html``;
  const kinds = library.userIds;
  const only = kinds.length === 1 ? kinds[0] : undefined;
  return screen(
    ui,
    t(login.adding ? 'login.card.add' : 'login.method.heading'),
    html`${only === 'email' ? text(t('login.card.email')) : nothing} ${attempts(ui, login.attemptsLeft)}
    ${form(ui, {
      submit: t(login.adding ? 'login.card.add' : 'login.library.heading'),
      onSubmit: (element) => {
        const typed = (name: string): string => (element.elements.namedItem(name) as HTMLInputElement).value;
        const pin = pinOf(library, typed('pin'));
        const read = readUserId(typed('userId'), kinds);
        secrets.set('userId', typed('userId'));
        secrets.set('pin', pin);
        if (read.ok && pinErrors(library, pin).length === 0)
          secrets.set('proof', { method: 'library-card', library: library.id, userId: read.userId, pin });
        ui.send({ type: 'form.submitted', errors: cardErrors(library, typed('userId'), pin) });
      },
      content: html`${inputField(ui, {
        name: 'userId',
        type: 'text',
        ...(only === 'cpr' && { inputmode: 'numeric' as const }),
        ...(only === 'email' && { inputmode: 'email' as const }),
        autocomplete: 'username',
        label: ui.labels['userId'] ?? '',
        value: secrets.get('userId') ?? '',
        onInput: (userId) => secrets.set('userId', userId),
      })}
      ${cardPin(ui, library)}`,
    })}
    ${actions(
      ui.isOffered('forgot-user-id') ? action(ui, 'forgot-user-id', { type: 'detour.new-pin' }, t('login.card.forgot'), 'quiet') : nothing,
      another(ui),
    )}
    ${libraryContact(ui)}`,
  );
};
