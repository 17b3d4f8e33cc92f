import { html, nothing } from 'lit';
import { actionLink } from '../../frame/actions.js';
import { ending } from '../../frame/ending.js';
import { isForResidents, libraryName, text } from '../../frame/layout.js';
import { termList } from '../../parts/term-list.js';
import { userIdText } from '../../form/user-id.js';
import type { View } from '../../view.js';

/** Registered: how to log in from now on, what the card is, what one gets, and how it ends. */
export const done: View = (ui) => {
  const { t, config } = ui;
  const { registration } = ui.context;
  const library = libraryName(ui);
  const years = config.library.inactiveYears;
  const hint = registration?.userId.hint;
  return ending(
    ui,
    t('register.done.heading'),
    html`${text(t('register.done.text', { library }))}
    ${hint ? html`<div class="patron-card" aria-hidden="true" translate="no">${library}<b>${hint}</b></div>` : nothing}
    ${termList([
      [t('register.done.login'), t('register.done.login.text', { userId: userIdText(ui, registration?.userId) })],
      registration && [t('register.done.card'), t(`register.done.card.${registration.card}`)],
      registration &&
        isForResidents(ui) && [
          t('register.done.online'),
          t(registration.resident ? 'register.done.online.yes' : 'register.done.online.no'),
        ],
      years && [t('register.done.keep'), t('register.done.keep.text', { years })],
    ])}`,
    {
      sign: 'arrived',
      ways: actionLink(
        'login',
        registration?.signedInUrl || ui.localize(config.library.url),
        t(registration?.signedInUrl ? 'action.library' : 'register.done.next', { library }),
        'primary',
      ),
    },
  );
};
