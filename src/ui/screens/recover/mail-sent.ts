import { html } from 'lit';
import { libraryName, text } from '../../frame/layout.js';
import type { Ui, View } from '../../view.js';
import { recovered } from './ways-out.js';

/** The same for everyone, known or not: without the address, so that not even that differs (OWASP ASVS 5.0, 6.3.8). */
export const mailSent = (ui: Ui, more?: string): ReturnType<View> =>
  recovered(
    ui,
    ui.t('recover.sent.heading'),
    html`<p part="text">${ui.t('recover.sent.text', { library: libraryName(ui) })} ${more}</p>
      ${text(ui.t('recover.sent.none'))}`,
    'secondary',
  );
