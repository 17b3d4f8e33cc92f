import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Position } from '../../contracts/transaction.js';
import type { FlowContext } from '../../flow/types.js';
import { entryKey, pushState, replaceState, walkBack } from '../../page/history.js';

export interface HistoryOptions {
  owner(): string;
  /** One screen back within the flow; `false` when there is none. */
  back(): boolean;
  /** To a screen that Back had left. */
  forward(position: Position): void;
}

/** Screens between the first one and this, those before a detour included. */
const depthOf = ({ trail, origin }: Pick<FlowContext, 'trail' | 'origin'>): number => trail.length + (origin ? origin.trail.length + 1 : 0);

type Entry = readonly [depth: number, floor: number];

/** Controllers whose own walk is under way: its `popstate` is yet to come. */
const walking: HistoryController[] = [];
/** Who caused the `popstate` that is being told of. */
let cause: HistoryController | undefined;
let isListening = false;

/** Once a page and for good: a walk may outlive the element that began it. */
function listenForWalks(): void {
  if (isListening) return;
  isListening = true;
  addEventListener('popstate', () => (cause = walking.shift()), true);
}

/**
 * Lets the browser's Back and Forward walk the screens. An entry bears the page's own address and two numbers, nothing else; what they mean is
 * known in memory only.
 */
export class HistoryController implements ReactiveController {
  readonly #options: HistoryOptions;
  readonly #positions: (Position | undefined)[] = [];
  /** Numbers by the browser's own name of an entry, as other scripts empty what is written into it. */
  readonly #named = new Map<string, Entry>();
  #depth = 0;
  /** Depth of the first entry that is this flow's own: before it may be the page of a login, where nothing here may lead. */
  #floor = 0;

  constructor(host: ReactiveControllerHost, options: HistoryOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    listenForWalks();
    addEventListener('popstate', this.#walked);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#walked);
  }

  /** A flow begins where the browser is: what was before is not its own. */
  begin(context: FlowContext): void {
    this.#depth = depthOf(context);
    // A reload finds the entry that it left; one without a number is of a page that was just come to.
    this.#floor = this.#entry?.[1] ?? this.#depth;
    this.#positions.length = 0;
    this.#number();
  }

  /** Follows the flow: a screen further on is a new entry, a screen back is the entry there was. */
  follow(context: FlowContext, position: Position): void {
    const depth = depthOf(context);
    const from = this.#depth;
    this.#positions[depth] = position;
    this.#depth = depth;
    if (depth > from) {
      pushState(this.#state);
      this.#name();
    } else if (depth < from) {
      const steps = from - Math.max(depth, this.#floor);
      this.#floor = Math.min(depth, this.#floor);
      // Where the browser will be after a walk that is under way, nobody knows.
      if (steps > 0 && walking.length === 0 && walkBack(steps, this.#missed)) walking.push(this);
      else this.#number();
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

  /** The numbers of the entry where the browser is. */
  get #entry(): Entry | undefined {
    return (history.state as Record<string, Entry> | null)?.[this.#key] ?? this.#named.get(entryKey() ?? '');
  }

  #name(): void {
    const key = entryKey();
    if (key !== undefined) this.#named.set(key, [this.#depth, this.#floor]);
  }

  #number(): void {
    replaceState(this.#state);
    this.#name();
  }

  readonly #missed = (): void => {
    walking.length = 0;
    this.#number();
  };

  readonly #walked = (): void => {
    const depth = this.#entry?.[0];
    if (cause) {
      // Another element of the page went back: this one stays where it is, and has that many entries fewer behind it.
      if (cause !== this && depth !== undefined) this.#floor += this.#depth - depth;
      this.#number();
      return;
    }
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
