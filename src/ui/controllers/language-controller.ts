import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LANGUAGES, type Language } from '../../contracts/text.js';

/** The nearest `lang`, across shadow roots. */
function closestLang(element: Element): string | null {
  const holder = element.closest('[lang]');
  if (holder) return holder.getAttribute('lang');
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? closestLang(root.host) : null;
}

/** Follows the language of an element: its own `lang`, else the nearest ancestor's, else Danish. */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #changed: (language: Language) => void;
  #observer: MutationObserver | undefined;
  value: Language = 'da';

  constructor(host: ReactiveControllerHost & Element, changed: (language: Language) => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.#read();
    // Languages are switched on <html> by hosts, so the whole document is watched, for this one attribute, and every shadow root on the way to it.
    this.#observer ??= new MutationObserver(() => {
      this.#read();
    });
    let root = this.#host.getRootNode();
    for (;;) {
      this.#observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
      if (!(root instanceof ShadowRoot)) break;
      root = root.host.getRootNode();
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #read(): void {
    // As CMSs write it, too: `en_US`, or with spaces around it.
    const lang = closestLang(this.#host)?.trim().toLowerCase().split(/[-_]/)[0];
    const language = LANGUAGES.find((known) => known === lang) ?? 'da';
    if (language === this.value) return;
    this.value = language;
    this.#changed(language);
  }
}
