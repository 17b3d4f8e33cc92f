import { actionLink } from '../../frame/actions.js';
import { ending } from '../../frame/ending.js';
import { libraryName, text } from '../../frame/layout.js';
import type { View } from '../../view.js';

/** No CPR number and no wish to borrow: the university login opens everything electronic already. */
export const eAccess: View = (ui) => {
  const { t } = ui;
  return ending(ui, t('register.e-access.heading'), [text(t('register.e-access.now')), text(t('register.e-access.later'))], {
    sign: 'arrived',
    ways: actionLink('login', ui.localize(ui.config.library.url), t('register.done.next', { library: libraryName(ui) }), 'primary'),
  });
};
