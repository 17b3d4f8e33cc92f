import { html } from 'lit';
import { emailForm } from '../parts/email-form.js';
import { libraryName, screen, text } from '../parts/screen.js';
import type { Ui, View } from '../view.js';
import { asking, ending } from './recover-screen.js';

const byEmail = (ui: Ui, title: string): ReturnType<View> =>
  asking(ui, screen(ui, title, emailForm(ui, { hint: ui.t('recover.email.hint'), submit: ui.t('recover.route.email') })));

export const reminder: View = (ui) => byEmail(ui, ui.t('recover.reminder.heading'));
export const pinReset: View = (ui) => byEmail(ui, ui.t('recover.pin-reset.heading'));

/** The same for everyone, known or not: without the address, so that not even that differs (OWASP ASVS 5.0, 6.3.8). */
const sent = (ui: Ui, more?: string): ReturnType<View> =>
  ending(
    ui,
    ui.t('recover.sent.heading'),
    html`<p part="text">${ui.t('recover.sent.text', { library: libraryName(ui) })} ${more}</p>
      ${text(ui.t('recover.sent.none'))}`,
    'secondary',
  );

export const reminderSent: View = (ui) => sent(ui);
export const pinResetSent: View = (ui) => sent(ui, ui.t('recover.sent.link'));
