import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Flow } from '../../contracts/transaction.js';
import type { SignupDetail, SignupEvents } from '../../events.js';
import type { ElementStep, FlowEmit } from '../../flow/types.js';

export interface EventControllerOptions {
  flow(): Flow;
  /** The screen that is shown. */
  step(): ElementStep;
  /** Whether the screen that the flow has come to is shown. */
  isSettled(): boolean;
  /** Another screen is shown, and the host page has been told. */
  onStep(step: ElementStep, from: ElementStep | null): void;
  /** What the flow told is not, or not only, for the host page. */
  onEmit(event: FlowEmit): void;
}

/**
 * Tells the host page what happens. An event of the flow waits for the screen that it leads to, so that a listener finds the element as the event says
 * it is (docs/decisions/events-after-screen.md).
 */
export class EventController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: EventControllerOptions;
  readonly #waiting: FlowEmit[] = [];
  #told: ElementStep | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, options: EventControllerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.setAttribute('step', this.#options.step());
  }

  /** Keeps what the flow has told until its screen is shown. */
  keep(event: FlowEmit): void {
    this.#waiting.push(event);
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const step = this.#options.step();
    const from = this.#told;
    if (from !== step) {
      this.#told = step;
      this.#host.setAttribute('step', step);
      this.dispatch('signup-step', { flow: this.#options.flow(), step, from });
      this.#options.onStep(step, from);
    }
    if (this.#options.isSettled()) for (const event of this.#waiting.splice(0)) this.#tell(event);
  }

  /** `false` when the host page has prevented what was about to happen. */
  dispatch<K extends keyof SignupEvents>(type: K, detail: SignupDetail<K>, cancelable = false): boolean {
    return this.#host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }

  #tell(event: FlowEmit): void {
    const flow = this.#options.flow();
    const step = this.#options.step();
    this.#options.onEmit(event);
    if (event.type === 'flow.completed') this.dispatch('signup-complete', { flow, outcome: event.outcome });
    else if (event.type === 'flow.failed') this.dispatch('signup-error', { code: event.code, step, retryable: event.retryable });
    else if (event.type === 'flow.cancelled') this.dispatch('signup-cancel', { flow, step });
  }
}
