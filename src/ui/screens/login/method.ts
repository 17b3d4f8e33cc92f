import { html, nothing } from 'lit';
import { cardProvider, leavesForCard } from '../../../flow/login/policy.js';
import { action, actionLink } from '../../frame/actions.js';
import { libraryContact, screen, text } from '../../frame/layout.js';
import type { View } from '../../view.js';
import { withLibrary } from './shown-library.js';
import { actions, another, eidButtons } from './ways.js';

/** The library's own login, MitID, or becoming a patron. */
export const method: View = (plain) => {
  const { ui, library } = withLibrary(plain);
  const { t } = ui;
  const provider = leavesForCard(ui.context) ? cardProvider(ui.config) : undefined;
  const mitid = eidButtons(ui);
  const joins = ui.can({ type: 'register.chosen' });
  return screen(
    ui,
    t('login.method.heading'),
    html`${actions(
      action(ui, 'card', provider ? { type: 'identity.chosen', provider } : { type: 'card.chosen' }, t('login.method.card'), 'primary'),
      mitid,
    )}
    ${library && library.userIds.length > 0 ? text(t('login.method.card.text')) : nothing}
    ${mitid.length > 0 ? text(t('login.method.mitid')) : nothing}
    ${actions(
      joins
        ? action(ui, 'add', { type: 'register.chosen' }, t('login.method.register'), 'quiet')
        : actionLink('add', library?.registrationUrl ?? '', t('login.method.register'), 'quiet'),
      another(ui),
    )}
    ${libraryContact(ui)}`,
  );
};
