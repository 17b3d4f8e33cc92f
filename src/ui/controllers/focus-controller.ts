import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ElementStep } from '../../flow/types.js';
import type { View } from '../view.js';

export interface FocusControllerOptions {
  step(): ElementStep;
  view(): View | undefined;
}

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** Leads focus: to the heading of each new screen, or to what has just been said on the one that is there. */
export class FocusController implements ReactiveController {
  readonly #host: Host;
  readonly #options: FocusControllerOptions;
  #view: View | undefined;
  #leads = false;

  constructor(host: Host, options: FocusControllerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The next screen takes focus, even if it is the first: somebody has come back from a login. */
  lead(): void {
    this.#leads = true;
  }

  hostUpdated(): void {
    const view = this.#options.view();
    if (view === this.#view) return;
    this.#view = view;
    // The first screen of a page takes no focus; whoever walks on is led.
    if (this.#leads) this.toScreen();
    this.#leads ||= this.#options.step() !== 'loading';
  }

  /** To the current screen's heading, or to its first field. */
  toScreen(options?: FocusOptions): void {
    const target = this.#find('[part~="heading"]') ?? this.#find('input');
    target?.focus({ preventScroll: true });
    if (!target || options?.preventScroll) return;
    endSmoothScroll();
    const { top } = target.getBoundingClientRect();
    // What follows the heading would be below the fold.
    if (top < 0 || top > innerHeight / 2) target.scrollIntoView({ behavior: 'instant' });
  }

  toErrors(): void {
    this.#find('[data-error-summary]')?.focus();
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector(selector);
  }
}

/**
 * On a page that scrolls smoothly, the scroll to what had the focus before may be under way still, and would carry the heading out of sight. Browsers
 * give it up for one that goes somewhere at once.
 */
function endSmoothScroll(): void {
  const here = scrollY;
  for (const top of [here > 0 ? here - 1 : 1, here]) scrollTo({ top, behavior: 'instant' });
}
