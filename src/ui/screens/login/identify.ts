import { html } from 'lit';
import { libraryContact, screen, text } from '../../frame/layout.js';
import { providerButton } from '../../frame/provider-button.js';
import type { View } from '../../view.js';
import { withLibrary } from './shown-library.js';
import { actions } from './ways.js';

/** The way to MitID, with what it is for. */
export const identify: View = (plain) => {
  const { ui, login } = withLibrary(plain);
  const { t, context } = ui;
  const heading =
    context.answers['link'] === 'now'
      ? 'login.identify.link'
      : login.purpose === 'libraries'
        ? 'login.identify.libraries'
        : 'provider.mitid';
  return screen(
    ui,
    t(heading),
    html`${actions(ui.identify?.providers.map((id, at) => providerButton(ui, id, at)))} ${text(t('login.identify.text'))}
    ${libraryContact(ui)}`,
  );
};
