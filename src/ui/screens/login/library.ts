import { html, nothing, type TemplateResult } from 'lit';
import type { Library } from '../../../contracts/directory.js';
import { fold } from '../../../domain/branch-search.js';
import type { LoginContext } from '../../../flow/types.js';
import { field } from '../../form/field.js';
import { form } from '../../form/form.js';
import { defineCombobox, type Item, type Search } from '../../form/combobox.js';
import { action } from '../../frame/actions.js';
import { libraryContact, screen } from '../../frame/layout.js';
import type { Ui, View } from '../../view.js';
import { withLibrary } from './shown-library.js';
import { actions, eidButtons } from './ways.js';

defineCombobox();

/** What the gateway has found: the search itself is done there. */
const searchInFound = (found: readonly Item[]): Search => ({
  find: () => ({ matches: found, total: found.length }),
  exact: (text) => {
    const [one, ...others] = found.filter(({ name }) => fold(name) === fold(text));
    return others.length > 0 ? undefined : one;
  },
});

const isLibrary = (item: Item): item is Library => 'policy' in item;

/** Where it is, and why it was found where its name doesn't say so. */
function linesOf(ui: Ui, item: Item): string[] {
  if (!isLibrary(item)) return [];
  const { city, match } = item;
  const alias = match?.field === 'alias' ? ui.t('field.library.match', { text: match.text }) : undefined;
  return [city, alias, match?.field === 'id' ? match.text : undefined].filter((line) => line !== undefined);
}

/** The next page, in place of the one that the list shows; the list stays open. */
function more(ui: Ui): TemplateResult {
  const show = (event: Event): void => {
    ui.send({ type: 'libraries.more' });
    const input = ((event.currentTarget as Element).getRootNode() as ShadowRoot).getElementById('library');
    input?.focus();
    input?.click();
  };
  return html`<button
    type="button"
    class="quiet"
    part="link"
    data-action="more"
    @mousedown=${(event: Event) => event.preventDefault()}
    @click=${show}
  >
    ${ui.t('login.library.more')}
  </button>`;
}

function libraryField(ui: Ui, { found, next, searchFailed }: LoginContext): TemplateResult {
  return field(
    ui,
    {
      name: 'library',
      label: ui.t('field.library'),
      hint: ui.t('field.library.hint'),
      after: html`${
        searchFailed
          ? html`<p class="error" role="status">${ui.t('field.library.failed')}</p>
              ${action(ui, 'retry', { type: 'libraries.retry' }, ui.t('action.retry'))}`
          : nothing
      }
      ${next === undefined ? nothing : more(ui)}`,
    },
    ({ invalid, describedBy }) =>
      html`<library-signup-combobox
        .name=${'library'}
        .items=${found}
        .searchIn=${searchInFound}
        .value=${''}
        .invalid=${invalid}
        .describedBy=${describedBy}
        .language=${ui.language}
        .t=${ui.t}
        .linesOf=${(item: Item) => linesOf(ui, item)}
        @combobox-input=${(event: CustomEvent<{ text: string }>) => ui.send({ type: 'library.typed', text: event.detail.text })}
        @combobox-change=${(event: CustomEvent<{ value: string }>) => event.detail.value && ui.send({ type: 'library.chosen', id: event.detail.value })}
      ></library-signup-combobox>`,
  );
}

/** Which library: those that were used last, MitID, and a search below it, so that the list that opens and closes moves and hides nothing. */
export const library: View = (plain) => {
  const { ui, login } = withLibrary(plain);
  const { t } = ui;
  const { adding, purpose, recent } = login;
  const mitid = adding ? [] : eidButtons(ui);
  const heading = adding ? '.add' : purpose === 'order' ? '.order' : '';
  return screen(
    ui,
    t(`login.library.heading${heading}`),
    html`${
      recent.length > 0 && !adding
        ? html`<div role="group" aria-labelledby="recent" class="recent">
            <h3 id="recent" part="sub-heading">${t('login.library.recent')}</h3>
            <ul>
              ${recent.map(
                ({ id, name }) =>
                  html`<li>
                    <button
                      type="button"
                      class="secondary"
                      part="button"
                      data-library=${id}
                      @click=${() => ui.send({ type: 'library.chosen', id })}
                    >
                      <span translate="no">${name}</span>
                    </button>
                  </li>`,
              )}
            </ul>
            ${action(ui, 'forget', { type: 'libraries.forget' }, t('login.library.forget'), 'quiet')}
          </div>`
        : nothing
    }
    ${
      mitid.some((button) => button !== nothing)
        ? html`${actions(mitid)}
            <h3 part="sub-heading">${t('login.library.or')}</h3>`
        : nothing
    }
    ${form(ui, {
      submit: t('action.continue'),
      content: libraryField(ui, login),
      onSubmit: () => ui.send({ type: 'form.submitted', errors: [{ field: 'library', code: 'required' }] }),
    })}
    ${actions(action(ui, 'add', { type: 'register.chosen' }, t('login.library.register'), 'quiet'))} ${libraryContact(ui)}`,
  );
};
