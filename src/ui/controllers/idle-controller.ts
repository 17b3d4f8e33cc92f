import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds without a sign of life after which a public computer forgets; the warning comes two minutes before (WCAG 2.2.1). */
const RESET_AFTER = 300_000;
const WARN_AFTER = RESET_AFTER - 120_000;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'input', 'scroll'] as const;

export interface IdleControllerOptions {
  isActive(): boolean;
  /** Nobody has given a sign of life for so long that what is there has to be forgotten. */
  onIdle(): void;
}

/** Forgets what a patron left on a public computer. Any key, touch or click keeps it. */
export class IdleController implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #options: IdleControllerOptions;
  #warning: ReturnType<typeof setTimeout> | undefined;
  #end: ReturnType<typeof setTimeout> | undefined;
  /** The warning is shown. */
  ending = false;

  constructor(host: ReactiveControllerHost & EventTarget, options: IdleControllerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of SIGNS_OF_LIFE) addEventListener(type, this.#alive, { passive: true, capture: true });
    this.#alive();
  }

  hostDisconnected(): void {
    for (const type of SIGNS_OF_LIFE) removeEventListener(type, this.#alive, { capture: true });
    this.#stop();
  }

  readonly #alive = (): void => {
    this.#stop();
    if (this.ending) {
      this.ending = false;
      this.#host.requestUpdate();
    }
    if (!this.#options.isActive()) return;
    this.#warning = setTimeout(() => {
      this.ending = true;
      this.#host.requestUpdate();
    }, WARN_AFTER);
    this.#end = setTimeout(() => {
      this.ending = false;
      this.#host.requestUpdate();
      this.#options.onIdle();
    }, RESET_AFTER);
  };

  #stop(): void {
    clearTimeout(this.#warning);
    clearTimeout(this.#end);
  }
}
