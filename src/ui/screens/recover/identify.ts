import { html } from 'lit';
import { screen } from '../../frame/layout.js';
import { providerButton } from '../../frame/provider-button.js';
import type { View } from '../../view.js';
import { asking } from './ways-out.js';

/** The way to the provider. Nothing of registering: whoever comes here is a patron, or finds out. */
export const identify: View = (ui) => {
  const { t } = ui;
  return asking(
    ui,
    screen(
      ui,
      t(ui.context.answers['forgotten'] === 'library' ? 'recover.identify.library' : 'recover.identify.pin'),
      html`<div class="actions">${ui.identify?.providers.map((id, at) => providerButton(ui, id, at))}</div>`,
    ),
  );
};
