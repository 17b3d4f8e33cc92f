import { html, nothing } from 'lit';
import { action, actionLink } from '../../frame/actions.js';
import { ending } from '../../frame/ending.js';
import { keyFor, libraryName, text } from '../../frame/layout.js';
import { termList } from '../../parts/term-list.js';
import { userIdText } from '../../form/user-id.js';
import type { View } from '../../view.js';

/** A patron already, who may have forgotten the PIN. */
export const alreadyPatron: View = (ui) => {
  const { t } = ui;
  const library = libraryName(ui);
  return ending(
    ui,
    t('register.already-patron.heading'),
    html` ${text(t(keyFor(ui, 'register.already-patron.text'), { library }))}
    ${termList([[t('register.done.login'), t('register.already-patron.login', { userId: userIdText(ui, ui.context.session?.patron.userId) })]])}`,
    {
      contact: 'secondary',
      ways: html` ${actionLink('login', ui.localize(ui.config.library.url), t('register.done.next', { library }), 'primary')}
      ${ui.isOffered('new-pin') ? action(ui, 'new-pin', { type: 'detour.new-pin' }, t('register.already-patron.new-pin')) : nothing}`,
    },
  );
};
