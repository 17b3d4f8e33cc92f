import { html } from 'lit';
import { libraryName, text } from '../../frame/layout.js';
import { termList } from '../../parts/term-list.js';
import type { View } from '../../view.js';
import { route } from './route.js';

/** What the library uses as user ID is often all that was needed; then the ways to find one's own. */
export const library: View = (ui) => {
  const { t, config } = ui;
  const rows = config.library.userIds.map((type) => [t(`user-id.${type}`), t(`recover.library.${type}`)] as const);
  return route(
    ui,
    'recover.library.heading',
    'recover.identify.library',
    html`${text(t('recover.library.text', { library: libraryName(ui) }))}
      <div class="ids">${termList(rows)}</div>
      <h3 part="sub-heading">${t('recover.library.route')}</h3>`,
  );
};
