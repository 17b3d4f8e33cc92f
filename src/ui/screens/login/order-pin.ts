import { html } from 'lit';
import { pinErrors, pinOf } from '../../../flow/login/validation.js';
import { form } from '../../form/form.js';
import { libraryContact, screen, text } from '../../frame/layout.js';
import type { View } from '../../view.js';
import { attempts, cardPin } from './card.js';
import { withLibrary } from './shown-library.js';
import { actions, another } from './ways.js';

/** The PIN of the library that is ordered to. */
export const orderPin: View = (plain) => {
  const { ui, login, library } = withLibrary(plain);
  const { t, secrets } = ui;
  if (!library) return html``;
  return screen(
    ui,
    t('login.order-pin.heading'),
    html`${text(t('login.order-pin.text'))} ${attempts(ui, login.attemptsLeft)}
    ${form(ui, {
      submit: t('login.order'),
      onSubmit: (element) => {
        const pin = pinOf(library, (element.elements.namedItem('pin') as HTMLInputElement).value);
        secrets.set('pin', pin);
        ui.send({ type: 'form.submitted', errors: pinErrors(library, pin) });
      },
      content: cardPin(ui, library),
    })}
    ${actions(another(ui))} ${libraryContact(ui)}`,
  );
};
