import type { Language } from '../contracts/text.js';
import type { ElementStep } from '../flow/types.js';
import { loadMessages } from '../locales/translate.js';
import { groupOf, loadViews, viewFor } from './views.js';

/** Knows which screens can be shown in which language, and fetches what is missing. */
export class ScreenLoader {
  readonly #changed: () => void;
  readonly #ready = new Set<string>();
  readonly #fetching = new Set<string>();
  /** A screen could not be fetched. {@link retry} asks again. */
  failed = false;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  has(step: ElementStep, language: Language): boolean {
    return viewFor(step) !== undefined && this.#ready.has(`${language}/core`) && this.#ready.has(`${language}/${groupOf(step)}`);
  }

  /** Fetches a step's screen and texts, and calls back when they are there, or can't be had. */
  fetch(step: ElementStep, language: Language): void {
    const group = groupOf(step);
    const name = `${language}/${group}`;
    if (this.failed || this.#fetching.has(name)) return;
    this.#fetching.add(name);
    Promise.all([loadViews(step), loadMessages(language, 'core'), loadMessages(language, group)])
      .then(() => this.#ready.add(`${language}/core`).add(name))
      .catch(() => { this.failed = true; })
      .finally(() => {
        this.#fetching.delete(name);
        this.#changed();
      });
  }

  retry(): void {
    this.failed = false;
    this.#changed();
  }
}
