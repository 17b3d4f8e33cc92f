import { html } from 'lit';
import { actionLink } from '../parts/actions.js';
import { facts, isForResidents, libraryContact, libraryName, screen, text } from '../parts/screen.js';
import type { Ui, View } from '../view.js';

/** `Your CPR number (010203-••••)`, as the library names it. */
export function userIdText(
  { t, localize, config }: Ui,
  userId: { type: 'cpr' | 'card' | 'email' | 'local'; hint?: string; label?: string } = { type: config.library.userIds[0] ?? 'cpr' },
): string {
  const name = localize(userId.label) || t(`user-id.${userId.type}`);
  return userId.hint ? `${name} (${userId.hint})` : name;
}

/** Registered: how to log in from now on, what the card is, what one gets, and how it ends. */
export const done: View = (ui) => {
  const { t, config } = ui;
  const { registration } = ui.facts;
  const library = libraryName(ui);
  const years = config.library.inactiveYears;
  return screen(
    ui,
    t('register.done.heading'),
    html` ${text(t('register.done.text', { library }))}
      ${facts([
        [t('register.done.login'), t('register.done.login.text', { userId: userIdText(ui, registration?.userId) })],
        registration && [t('register.done.card'), t(`register.done.card.${registration.card}`)],
        registration &&
          isForResidents(ui) && [
            t('register.done.online'),
            t(registration.resident ? 'register.done.online.yes' : 'register.done.online.no'),
          ],
        years && [t('register.done.keep'), t('register.done.keep.text', { years })],
      ])}
      <div class="actions">
        ${actionLink(
          'login',
          registration?.signedInUrl || ui.localize(config.library.url),
          t(registration?.signedInUrl ? 'action.library' : 'register.done.next', { library }),
          'primary',
        )}
      </div>
      ${libraryContact(ui)}`,
  );
};
