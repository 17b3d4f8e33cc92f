import { html, nothing } from 'lit';
import { action } from '../../frame/actions.js';
import { libraryContact, screen, text, waiting } from '../../frame/layout.js';
import type { View } from '../../view.js';
import { withLibrary } from './shown-library.js';
import { actions } from './ways.js';

/** The profile's libraries: which come by themselves, removing one, adding one. */
export const myLibraries: View = (plain) => {
  const { ui, login } = withLibrary(plain);
  const { t } = ui;
  const { libraries } = login;
  return screen(
    ui,
    t('login.my-libraries.heading'),
    libraries === null
      ? waiting(t('busy'), true)
      : html`${libraries.length === 0 ? text(t('login.my-libraries.none')) : nothing}
          <ul class="libraries">
            ${libraries.map(
              ({ id, name, removable }) =>
                html`<li>
                  <span
                    ><b translate="no">${name}</b
                    >${removable ? nothing : html`<span class="muted">${t('login.my-libraries.automatic')}</span>`}</span
                  >
                  ${
                    removable
                      ? html`<button
                          type="button"
                          class="secondary"
                          part="button"
                          data-action="remove"
                          data-library=${id}
                          aria-label=${`${t('login.my-libraries.remove')}: ${name}`}
                          aria-disabled=${ui.busy}
                          @click=${() => ui.busy || ui.send({ type: 'library.remove', id })}
                        >
                          ${t('login.my-libraries.remove')}
                        </button>`
                      : nothing
                  }
                </li>`,
            )}
          </ul>
          ${actions(
            action(ui, 'login', { type: 'flow.finish' }, t('way.done'), 'primary'),
            ui.isOffered('add') ? action(ui, 'add', { type: 'library.change' }, t('login.my-libraries.add')) : nothing,
          )}
          ${libraryContact(ui)}`,
  );
};
