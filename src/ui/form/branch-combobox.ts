import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Branch } from '../../contracts/library.js';
import type { Language } from '../../contracts/text.js';
import type { Clock } from '../../ports.js';
import { addressOf } from '../../domain/address.js';
import { createBranchSearch, type BranchSearch, type SearchResult } from '../../domain/branch-search.js';
import { weekdayInCopenhagen } from '../../domain/copenhagen.js';
import { hoursOn } from '../../domain/opening-hours.js';
import { hoursText } from './hours-text.js';
import { fresh } from '../frame/fresh.js';
import type { Ui } from '../view.js';
import { moveInList } from './combobox-keys.js';

/** More than a screen reader or a thumb goes through; the rest is found by typing on. */
const LIMIT = 50;
const EMPTY: SearchResult<Branch> = { matches: [], total: 0 };

/**
 * Choice of one branch: WAI-ARIA 1.2 combobox with a listbox, list autocomplete, manual selection
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Renders into light DOM, so that its label, error and hint share a root with it;
 * the host has {@link comboboxStyles} in its style sheet. The input is `#branch`.
 *
 * @fires branch-change - `{ value }`: id of the chosen branch, `''` while what is typed is none.
 */
export class LibrarySignupCombobox extends LitElement {
  static override properties = {
    branches: { attribute: false },
    value: {},
    invalid: { type: Boolean },
    describedBy: { attribute: 'described-by' },
    language: {},
    // A new one comes with every update of the host; what it says changes with the language only.
    t: { attribute: false, hasChanged: () => false },
    clock: { attribute: false },
  };

  /** `null` until they have come. */
  declare branches: readonly Branch[] | null;
  /** Id of the chosen branch, or empty. */
  declare value: string;
  declare invalid: boolean;
  /** Ids of hint and error. */
  declare describedBy: string;
  declare language: Language;
  declare t: Ui['t'];
  /** Decides what "today" is. */
  declare clock: Clock;

  #search: BranchSearch<Branch> | null = null;
  #result = EMPTY;
  #text = '';
  #open = false;
  #active = -1;
  #revealed = false;
  /** Asked for once in a rendering, and only where there are hours to show: the browser's calendar takes its time. */
  #weekday: number | undefined;
  /** The value that the text stands for. */
  #shown = '';

  constructor() {
    super();
    const t: Ui['t'] = (key) => key;
    Object.assign(this, { branches: null, value: '', invalid: false, describedBy: '', language: 'da', t });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  get #chosen(): Branch | undefined {
    return this.value ? this.branches?.find(({ id }) => id === this.value) : undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('branches')) {
      this.#search = this.branches && createBranchSearch(this.branches);
      this.#shown = '';
      this.#find();
    }
    if (this.value !== this.#shown && (this.branches || !this.value)) {
      this.#text = this.#chosen?.name ?? '';
      this.#shown = this.value;
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('branches') && this.branches) {
      // A branch that has gone since it was chosen, or one whose name was typed before the list came.
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
    this.#weekday = undefined;
    const { t } = this;
    const { matches, total } = this.#result;
    const expanded = this.#open && matches.length > 0;
    const chosen = this.#open ? undefined : this.#chosen;
    const status = !this.#open
      ? ''
      : !this.branches
        ? t('field.branch.loading')
        : t(`field.branch.${expanded ? 'count' : 'none'}`, { total });
    const described = `${this.describedBy} ${chosen ? 'branch-chosen' : ''}`.trim();
    const option = (branch: Branch, at: number): TemplateResult =>
      html`<div
        class="combobox-option"
        role="option"
        id="branch-option-${at}"
        data-value=${branch.id}
        aria-selected=${at === this.#active}
        ?data-chosen=${branch.id === this.value}
      >
        <span class="combobox-name" translate="no">${branch.name}</span>${this.#lines(branch)}
      </div>`;
    return html`<div class="combobox">
        <input
          part="input"
          role="combobox"
          id="branch"
          name="branch"
          .value=${this.#text}
          autocomplete="off"
          autocapitalize="off"
          autocorrect="off"
          spellcheck="false"
          aria-autocomplete="list"
          aria-expanded=${expanded}
          aria-controls="branch-list"
          aria-activedescendant=${expanded && this.#active >= 0 ? `branch-option-${this.#active}` : nothing}
          aria-invalid=${this.invalid || nothing}
          aria-describedby=${described || nothing}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @click=${this.#show}
          @blur=${this.#leave}
        />
      </div>
      <div class="combobox-popup" tabindex="-1" ?hidden=${!expanded} @mousedown=${keepFocus} @click=${this.#onClick}>
        <div role="listbox" id="branch-list" aria-label=${t('field.branch')}>${expanded ? matches.map(option) : nothing}</div>
        ${total > matches.length ? html`<p class="combobox-more">${t('field.branch.more', { count: total - matches.length })}</p>` : nothing}
      </div>
      <p class=${this.#open && !expanded ? 'combobox-status' : 'visually-hidden'} role="status">${fresh(status)}</p>
      ${chosen ? html`<p class="combobox-chosen" id="branch-chosen">${this.#lines(chosen)}</p>` : nothing}`;
  }

  /** What stands below a branch's name: its address, and today's hours in Denmark. */
  #lines(branch: Branch): TemplateResult[] {
    const address = addressOf(branch);
    const lines = address ? [address] : [];
    if (branch.openingHours?.length) {
      this.#weekday ??= weekdayInCopenhagen(this.clock.now());
      const hours = hoursOn(this.#weekday, branch.openingHours, this.language);
      if (hours) lines.push(hoursText(this.t, hours));
    }
    return lines.map((line) => html`<span class="combobox-line">${fresh(line)}</span>`);
  }

  /** All of the list when the text is the chosen branch's name, so that another one can be seen. */
  #find(): void {
    this.#result = this.#search?.find(this.value ? '' : this.#text, LIMIT) ?? EMPTY;
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

  /** Takes a branch, or none. The text stays when there is none. */
  #choose(value: string): void {
    const changed = value !== this.value;
    this.value = this.#shown = value;
    this.#text = this.#chosen?.name ?? this.#text;
    this.requestUpdate();
    if (changed) this.dispatchEvent(new CustomEvent('branch-change', { bubbles: true, detail: { value } }));
  }

  /** A name typed in full is as good as a choice, and so is one that fits a single branch. */
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
