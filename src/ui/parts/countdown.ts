import { ReactiveElement, type PropertyValues } from 'lit';

/**
 * Minutes and seconds until a moment, in light DOM. Role `timer` is silent by itself (WAI-ARIA 1.2): it can be read, but doesn't speak every second.
 * That the wait is over is for the screen to say.
 */
export class LibrarySignupCountdown extends ReactiveElement {
  static override properties = { until: { attribute: false } };

  /** Milliseconds since the page was opened (`performance.now()`). */
  until = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.role = 'timer';
    this.translate = false;
    this.#timer = setInterval(() => this.requestUpdate(), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    const seconds = Math.max(0, Math.ceil((this.until - performance.now()) / 1000));
    this.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    if (seconds === 0) clearInterval(this.#timer);
  }
}
