import { html, nothing } from 'lit';
import { emailForm } from '../../parts/email-form.js';
import { libraryContact, libraryName, screen, text, waiting } from '../../frame/layout.js';
import { termList } from '../../parts/term-list.js';
import type { View } from '../../view.js';
import { onward } from './ways-out.js';

/** The user IDs, masked, as the library system masks them; and the e-mail address as one more, where the library allows it. */
export const userIds: View = (ui) => {
  const { t, config } = ui;
  const { userIds: known, emailIsUserId } = ui.context;
  const mayAdd =
    config.recover?.emailAsUserId === true && ui.isOffered('email') && !emailIsUserId && known?.every(({ type }) => type !== 'email');
  if (!known) return screen(ui, t('recover.user-ids.heading'), [waiting(t('busy')), libraryContact(ui)]);
  const isNone = known.length === 0;
  return screen(
    ui,
    t('recover.user-ids.heading'),
    html`<div role="status">${emailIsUserId ? html`<p class="notice" part="notice">${t('recover.user-ids.added')}</p>` : nothing}</div>
      ${
        isNone
          ? text(t('recover.user-ids.none'))
          : html`${text(t('recover.library.text', { library: libraryName(ui) }))}
              <div class="ids">
                ${termList(known.map((id) => [ui.localize(id.label) || t(`user-id.${id.type}`), html`<span translate="no">${id.hint}</span>`] as const))}
              </div>`
      }
      ${isNone ? libraryContact(ui, 'primary') : nothing} ${onward(ui, isNone ? 'secondary' : 'primary')}
      ${
        mayAdd
          ? html`<h3 part="sub-heading">${t('recover.user-ids.email.heading')}</h3>
              ${emailForm(ui, { submit: t('recover.user-ids.submit'), look: 'secondary' })}`
          : nothing
      }
      ${isNone ? nothing : libraryContact(ui)}`,
  );
};
