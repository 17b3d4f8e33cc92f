import type { Audience } from '../contracts/config.js';
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

  has(step: ElementStep, language: Language, kind?: Audience['kind']): boolean {
    const ready = (group: string): boolean => this.#ready.has(`${language}/${group}`);
    return viewFor(step, kind) !== undefined && ready('core') && ready(groupOf(step, kind));
  }

  /** Fetches a step's screen and texts, and calls back when they are there, or can't be had. */
  fetch(step: ElementStep, language: Language, kind?: Audience['kind']): void {
    const group = groupOf(step, kind);
    const name = `${language}/${group}`;
    // What is there is not announced again: to who asks after each update, it would mean another update, for ever.
    if (this.failed || this.has(step, language, kind) || this.#fetching.has(name)) return;
    this.#fetching.add(name);
    Promise.all([loadViews(step, kind), loadMessages(language, 'core'), loadMessages(language, group)])
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
