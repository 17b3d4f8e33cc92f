import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Position } from '../../contracts/transaction.js';
import type { FlowContext } from '../../flow/types.js';

export interface HistoryOptions {
  owner(): string;
  /** One screen back within the flow; `false` when there is none. */
  back(): boolean;
  /** To a screen that Back had left. */
  forward(position: Position): void;
}

/** Screens between the first one and this, those before a detour included. */
const depthOf = ({ trail, origin }: Pick<FlowContext, 'trail' | 'origin'>): number => trail.length + (origin ? origin.trail.length + 1 : 0);

/**
 * Lets the browser's Back and Forward walk the screens. An entry bears the page's own address and two numbers, nothing else; what they mean is
 * known in memory only.
 */
export class HistoryController implements ReactiveController {
  readonly #options: HistoryOptions;
  readonly #positions: (Position | undefined)[] = [];
  #depth = 0;
  /** Depth of the first entry that is this flow's own: before it may be the page of a login, where nothing here may lead. */
  #floor = 0;
  /** `popstate` events that this controller caused. */
  #own = 0;

  constructor(host: ReactiveControllerHost, options: HistoryOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#walked);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#walked);
  }

  /** A flow begins where the browser is: what was before is not its own. */
  begin(context: FlowContext): void {
    this.#depth = depthOf(context);
    // A reload finds the entry that it left; one without a number is of a page that was just come to.
    this.#floor = this.#entry(history.state)?.[1] ?? this.#depth;
    this.#positions.length = 0;
    this.#number();
  }

  /** Follows the flow: a screen further on is a new entry, a screen back is the entry there was. */
  follow(context: FlowContext, position: Position): void {
    const depth = depthOf(context);
    const from = this.#depth;
    this.#positions[depth] = position;
    this.#depth = depth;
    if (depth > from) history.pushState(this.#state, '');
    else if (depth < from) {
      const steps = Math.max(depth, this.#floor) - from;
      this.#floor = Math.min(depth, this.#floor);
      if (steps < 0) {
        this.#own += 1;
        history.go(steps);
      } else this.#number();
    }
  }

  /** Forward leads nowhere any more: what was there is another person's. */
  forget(): void {
    this.#positions.length = 0;
  }

  get #key(): string {
    return `library-signup:${this.#options.owner()}`;
  }

  get #state(): object {
    return { ...(history.state as object | null), [this.#key]: [this.#depth, this.#floor] };
  }

  #entry(state: unknown): readonly number[] | undefined {
    return (state as Record<string, readonly number[]> | null)?.[this.#key];
  }

  #number(): void {
    history.replaceState(this.#state, '');
  }

  readonly #walked = (event: PopStateEvent): void => {
    if (this.#own > 0) {
      this.#own -= 1;
      if (this.#own === 0) this.#number();
      return;
    }
    const depth = this.#entry(event.state)?.[0];
    if (typeof depth !== 'number' || depth === this.#depth) return;
    const position = this.#positions[depth];
    const from = this.#depth;
    // Set first: what follows from here is where the browser is already.
    this.#depth = depth;
    if (depth > from) {
      if (position) this.#options.forward(position);
      return;
    }
    for (let steps = from - depth; steps > 0; steps -= 1) if (!this.#options.back()) break;
  };
}
