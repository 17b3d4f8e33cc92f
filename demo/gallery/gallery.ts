import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../../src/contracts/text.js';
import '../../src/ui/form/combobox.js';
import { stage } from '../../test/support/screens.js';
import { showToolBar } from '../tools/tool-bar.js';
import {
  addressOf,
  ENTRIES,
  entriesOf,
  FLOWS,
  LANGUAGES,
  readSelection,
  STATES,
  THEMES,
  WIDTHS,
  type Entry,
  type Selection,
} from './selection.js';

interface Shown {
  readonly key: string;
  readonly entry: Entry;
  readonly language: Language;
  readonly theme: string;
  readonly width: number;
}

const main = document.querySelector('main') as HTMLElement;
let selection = readSelection(location.search);

/** Each entry in the languages, themes and widths that are looked at: one of each where nothing is said, both where `all` is. */
function shownOf(chosen: Selection): readonly Shown[] {
  const languages = chosen.language === 'all' ? LANGUAGES : [chosen.language === 'en' ? 'en' : ('da' as Language)];
  const themes = chosen.theme === 'all' ? THEMES : [chosen.theme === 'dark' ? 'dark' : 'light'];
  const widths = chosen.width === 'all' ? WIDTHS : [Number(chosen.width) || 390];
  return entriesOf(chosen).flatMap((entry) =>
    languages.flatMap((language) =>
      themes.flatMap((theme) =>
        widths.map((width) => ({ key: `${entry.id} ${language} ${theme} ${width}`, entry, language, theme, width })),
      ),
    ),
  );
}

/** Drawn when they are about to be seen: there are hundreds. */
const drawn = new WeakSet<Element>();
const watcher = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting || drawn.has(target)) continue;
      drawn.add(target);
      watcher.unobserve(target);
      const { id = '', language = 'da' } = (target as HTMLElement).dataset;
      const entry = ENTRIES.find((one) => one.id === id);
      const host = document.createElement('div');
      target.append(host);
      if (entry) void stage(host, entry.situation, language as Language);
    }
  },
  { rootMargin: '600px' },
);

function select(change: Partial<Selection>): void {
  selection = { ...selection, ...change };
  history.replaceState(null, '', addressOf(selection));
  draw();
}

const choiceOf = (name: keyof Selection, label: string, values: readonly (string | number)[], first: string): TemplateResult =>
  html`<label
    >${label}
    <select
      name=${name}
      .value=${selection[name]}
      @change=${(event: Event) => select({ [name]: (event.target as HTMLSelectElement).value })}
    >
      <option value="">${first}</option>
      ${values.map((value) => html`<option value=${value} ?selected=${String(value) === selection[name]}>${value}</option>`)}
    </select></label
  >`;

const filters = (): TemplateResult =>
  html`<form class="filters" @submit=${(event: Event) => event.preventDefault()}>
    <label
      >Find
      <input
        type="search"
        name="find"
        autocomplete="off"
        .value=${selection.find}
        @input=${(event: Event) => select({ find: (event.target as HTMLInputElement).value })}
    /></label>
    ${choiceOf('flow', 'Flow', FLOWS, 'every flow')} ${choiceOf('state', 'State', STATES, 'every state')}
    ${choiceOf('language', 'Language', ['en', 'all'], 'da')} ${choiceOf('theme', 'Theme', ['dark', 'all'], 'light')}
    ${choiceOf('width', 'Width', [320, 520, 680, 'all'], '390')}
  </form>`;

const screen = ({ entry, language, theme, width }: Shown): TemplateResult => {
  const link = addressOf({ ...selection, find: '', flow: '', state: '', screen: entry.id, language, theme, width: String(width) });
  return html`<li class="screen">
    <h2><a href=${link}>${entry.situation.name}</a></h2>
    <p class="about"><code>${entry.situation.step}</code> · ${entry.state} · ${language} · ${theme} · ${width} px</p>
    <div
      class="frame"
      data-id=${entry.id}
      data-language=${language}
      data-theme=${theme}
      ?inert=${selection.screen === ''}
      role="group"
      aria-label=${entry.situation.name}
    ></div>
  </li>`;
};

function draw(): void {
  const shown = shownOf(selection);
  const only = selection.screen !== '';
  render(
    html`<h1>Gallery of screens</h1>
      ${
        only
          ? html`<p><a href=${addressOf({ ...selection, screen: '', language: '', theme: '', width: '' })}>All screens</a></p>`
          : html`<p class="quiet">
                Every screen, in every state that looks different: the list that the tests draw. A screen’s name leads to it alone, where it
                can be typed in; nothing is sent.
              </p>
              ${filters()}`
      }
      <p role="status">
        ${shown.length === 0 ? 'Nothing is called that.' : only ? nothing : `${shown.length} pictures of ${ENTRIES.length} screens`}
      </p>
      <ul class="screens" role="list">
        ${repeat(
          shown,
          ({ key }) => key,
          (one) => screen(one),
        )}
      </ul>`,
    main,
  );
  for (const [at, frame] of main.querySelectorAll<HTMLElement>('.frame').entries()) {
    frame.style.inlineSize = `${(shown[at]?.width ?? 390) + 34}px`;
    watcher.observe(frame);
  }
}

showToolBar();
main.replaceChildren();
draw();
