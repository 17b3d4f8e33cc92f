import { html } from 'lit';
import { actionLink } from '../../frame/actions.js';
import { isForResidents, libraryContact, libraryName, screen, termList, text } from '../../frame/layout.js';
import { userIdText } from '../../form/user-id.js';
import type { View } from '../../view.js';

/** Registered: how to log in from now on, what the card is, what one gets, and how it ends. */
export const done: View = (ui) => {
  const { t, config } = ui;
  const { registration } = ui.context;
  const library = libraryName(ui);
  const years = config.library.inactiveYears;
  return screen(
    ui,
    t('register.done.heading'),
    html` ${text(t('register.done.text', { library }))}
      ${termList([
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
