import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Language } from '../../contracts/text.js';
import type { SearchResult } from '../../domain/branch-search.js';
import { fresh } from '../frame/fresh.js';
import type { Ui } from '../view.js';
import { moveInList } from './combobox-keys.js';

/** What can be chosen. */
export interface Item {
  readonly id: string;
  readonly name: string;
}

/** Finds what can be chosen by what was typed. */
export interface Search {
  find(text: string): SearchResult<Item>;
  /** The one of exactly this name; `undefined` when none or several bear it. */
  exact(text: string): Item | undefined;
}

const EMPTY: SearchResult<Item> = { matches: [], total: 0 };

/**
 * Choice of one of many by typing: WAI-ARIA 1.2 combobox with a listbox, list autocomplete, manual selection
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Renders into light DOM, so that its label, error and hint share a root with it;
 * the host has {@link comboboxStyles} in its style sheet. The input has the field's name as id.
 *
 * @fires combobox-change - `{ value }`: id of what is chosen, `''` while what is typed is none.
 * @fires combobox-input - `{ text }`: what is typed, for a search elsewhere.
 */
export class LibrarySignupCombobox extends LitElement {
  static override properties = {
    name: { attribute: false },
    items: { attribute: false },
    value: {},
    invalid: { type: Boolean },
    describedBy: { attribute: 'described-by' },
    /** What it says changes with it. */
    language: {},
    // A new one comes with every update of the host; what it says changes with the language only.
    t: { attribute: false, hasChanged: () => false },
    linesOf: { attribute: false, hasChanged: () => false },
  };

  /** Of the field; its texts are `field.<name>.…`. */
  declare name: 'branch' | 'library';
  /** What there is to choose from; `null` until it has come. */
  declare items: readonly Item[] | null;
  /** Of the items. */
  declare searchIn: (items: readonly Item[]) => Search;
  /** Id of what is chosen, or empty. */
  declare value: string;
  declare invalid: boolean;
  /** Ids of hint and error. */
  declare describedBy: string;
  declare language: Language;
  declare t: Ui['t'];
  /** What stands below a name. */
  declare linesOf: (item: Item) => readonly string[];

  #search: Search | null = null;
  #result = EMPTY;
  #text = '';
  #open = false;
  #active = -1;
  #revealed = false;
  /** The value that the text stands for. */
  #shown = '';

  constructor() {
    super();
    const t: Ui['t'] = (key) => key;
    Object.assign(this, { name: 'branch', items: null, value: '', invalid: false, describedBy: '', language: 'da', t, linesOf: () => [] });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  get #chosen(): Item | undefined {
    return this.value ? this.items?.find(({ id }) => id === this.value) : undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('items')) {
      this.#search = this.items && this.searchIn(this.items);
      this.#shown = '';
      // What was pointed at may be elsewhere in the new list.
      this.#active = -1;
      this.#find();
    }
    if (this.value !== this.#shown && (this.items || !this.value)) {
      this.#text = this.#chosen?.name ?? '';
      this.#shown = this.value;
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('items') && this.items) {
      // What has gone since it was chosen, or what was typed before the list came.
      if (this.value && !this.#chosen) this.#choose('');
      else if (!this.#open) this.#settle();
    }
    // The list lies in the flow, so it can open below the edge of the window.
    const popup = this.querySelector('.combobox-popup:not([hidden])');
    if (!this.#revealed) popup?.scrollIntoView({ block: 'nearest' });
    this.#revealed = popup !== null;
    popup?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const { t, name } = this;
    const { matches, total } = this.#result;
    const expanded = this.#open && matches.length > 0;
    const chosen = this.#open ? undefined : this.#chosen;
    const status = !this.#open
      ? ''
      : !this.items
        ? t(`field.${name}.loading`)
        : t(`field.${name}.${expanded ? 'count' : 'none'}`, { total });
    const described = `${this.describedBy} ${chosen ? `${name}-chosen` : ''}`.trim();
    const option = (item: Item, at: number): TemplateResult =>
      html`<div
        class="combobox-option"
        part="option"
        role="option"
        id="${name}-option-${at}"
        data-value=${item.id}
        aria-selected=${at === this.#active}
        ?data-chosen=${item.id === this.value}
      >
        <span class="combobox-name" translate="no">${item.name}</span>${this.#lines(item)}
      </div>`;
    return html`<div class="combobox">
        <input
          part="input"
          role="combobox"
          id=${name}
          name=${name}
          .value=${this.#text}
          autocomplete="off"
          autocapitalize="off"
          autocorrect="off"
          spellcheck="false"
          aria-autocomplete="list"
          aria-expanded=${expanded}
          aria-controls="${name}-list"
          aria-activedescendant=${expanded && this.#active >= 0 ? `${name}-option-${this.#active}` : nothing}
          aria-invalid=${this.invalid || nothing}
          aria-describedby=${described || nothing}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @click=${this.#show}
          @blur=${this.#leave}
        />
      </div>
      <div class="combobox-popup" part="list" tabindex="-1" ?hidden=${!expanded} @mousedown=${keepFocus} @click=${this.#onClick}>
        <div role="listbox" id="${name}-list" aria-label=${t(`field.${name}`)}>${expanded ? matches.map(option) : nothing}</div>
        ${total > matches.length ? html`<p class="combobox-more">${t(`field.${name}.more`, { count: total - matches.length })}</p>` : nothing}
      </div>
      <p class=${this.#open && !expanded ? 'combobox-status' : 'visually-hidden'} role="status">${fresh(status)}</p>
      ${chosen ? html`<p class="combobox-chosen" id="${name}-chosen">${this.#lines(chosen)}</p>` : nothing}`;
  }

  #lines(item: Item): TemplateResult[] {
    return this.linesOf(item).map((line) => html`<span class="combobox-line">${fresh(line)}</span>`);
  }

  /** All of the list when the text is the chosen one's name, so that another can be seen. */
  #find(): void {
    this.#result = this.#search?.find(this.value ? '' : this.#text) ?? EMPTY;
  }

  readonly #show = (): void => {
    if (this.#open) return;
    this.#find();
    this.#active = this.#result.matches.findIndex(({ id }) => id === this.value);
    this.#open = true;
    this.requestUpdate();
  };

  #close(): void {
    this.#open = false;
    this.#active = -1;
    this.requestUpdate();
  }

  /** Takes one, or none. The text stays when there is none. */
  #choose(value: string): void {
    const changed = value !== this.value;
    this.value = this.#shown = value;
    this.#text = this.#chosen?.name ?? this.#text;
    this.requestUpdate();
    if (changed) this.dispatchEvent(new CustomEvent('combobox-change', { bubbles: true, detail: { value } }));
  }

  /** A name typed in full is as good as a choice, and so is one that fits a single entry. */
  #settle(): void {
    const { matches, total } = this.#result;
    const only = this.#text.trim() && total === 1 ? matches[0] : undefined;
    const meant = this.value ? undefined : (this.#search?.exact(this.#text) ?? only);
    if (meant) this.#choose(meant.id);
  }

  readonly #leave = (): void => {
    this.#settle();
    this.#close();
  };

  readonly #onInput = (event: Event): void => {
    this.#text = (event.target as HTMLInputElement).value;
    this.#active = -1;
    this.#open = true;
    this.#choose('');
    this.#find();
    this.dispatchEvent(new CustomEvent('combobox-input', { bubbles: true, detail: { text: this.#text } }));
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const { key, isComposing, ctrlKey, metaKey, altKey } = event;
    if (isComposing || ctrlKey || metaKey) return;
    const { matches } = this.#result;
    if (!this.#open) {
      if (!/^Arrow(Down|Up)$/.test(key)) return;
      this.#show();
      if (this.#active < 0 && !altKey) this.#active = moveInList(key, -1, this.#result.matches.length) ?? -1;
    } else if (key === 'Escape') {
      this.#close();
    } else {
      if (!matches.length) return;
      const next = moveInList(key, this.#active, matches.length);
      const option = matches[this.#active];
      if (next !== null) this.#active = next;
      else if (/^(Tab|Enter)$/.test(key) && option) this.#choose(option.id);
      if (next === null) {
        if (key !== 'Enter') return;
        this.#leave();
      }
    }
    event.preventDefault();
    this.requestUpdate();
  };

  readonly #onClick = (event: Event): void => {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]');
    if (!option) return;
    this.#choose(option.dataset.value ?? '');
    this.#close();
    this.querySelector('input')?.focus();
  };
}
/** The list never takes focus: the input would close it before the click arrives. */
function keepFocus(event: Event): void {
  event.preventDefault();
}

/** Registers the element, for screens that draw it. */
export function defineCombobox(): void {
  if (!customElements.get('library-signup-combobox')) customElements.define('library-signup-combobox', LibrarySignupCombobox);
}
