import { nothing } from 'lit';
import { action, actionLink } from '../../frame/actions.js';
import { ending } from '../../frame/ending.js';
import { text } from '../../frame/layout.js';
import type { View } from '../../view.js';
import { withLibrary } from './shown-library.js';
import { another, eidButtons } from './ways.js';

/** The library has no login here: why, and every other way. */
export const unsupported: View = (plain) => {
  const { ui, library } = withLibrary(plain);
  const { t } = ui;
  const takesGuests = ui.can({ type: 'guest.chosen' }) && ui.isOffered('guest');
  return ending(ui, t('login.unsupported.heading'), text(t('login.unsupported.text')), {
    ways: [
      takesGuests ? action(ui, 'guest', { type: 'guest.chosen' }, t('login.unsupported.guest'), 'primary') : nothing,
      eidButtons(ui),
      actionLink('login', library?.registrationUrl ?? '', t('action.library')),
      another(ui),
    ],
  });
};

/** The card is blocked, or the library knows it no more. */
export const blocked: View = (plain) => {
  const { ui, login, library: chosen } = withLibrary(plain);
  const { t } = ui;
  const gone = login.reason === 'not-found';
  const library = chosen?.name ?? ui.localize(ui.config.library.name);
  return ending(
    ui,
    t(gone ? 'login.blocked.gone.heading' : 'login.blocked.heading', { library }),
    text(t(gone ? 'login.blocked.gone.text' : 'login.blocked.text', { library })),
    { ways: another(ui), contact: 'primary' },
  );
};
