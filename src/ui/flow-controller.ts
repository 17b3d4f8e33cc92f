import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createActor, type Actor, type AnyMachineSnapshot, type InspectionEvent, type Observer, type Subscription } from 'xstate';
import { chainOf, isBusy, stepOf, takerOf } from '../flow/selectors.js';
import type { SignupMachine } from '../flow/signup.machine.js';
import type { FlowContext, FlowEmit, FlowEvent, FlowInput, IdentifyContext, MailboxContext, Step } from '../flow/types.js';

type Inspector = Observer<InspectionEvent> | ((event: InspectionEvent) => void);

export interface FlowControllerOptions {
  onEmit(event: FlowEmit): void;
  /** The flow fell over; its actor is dead. */
  onError(error: unknown): void;
  /** Removed from the page for good, or at least for longer than a move. */
  onPark(): void;
  inspector(): Inspector | undefined;
}

/**
 * Owns the flow's actor for an element: what `@xstate/lit` would be, were it published (docs/decisions/xstate-lit.md). The actor outlives a move of
 * the element in the page, and ends when the element stays away.
 */
export class FlowController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: FlowControllerOptions;
  #actor: Actor<SignupMachine> | undefined;
  #subscriptions: Subscription[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, options: FlowControllerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Starts a new actor in place of the one there is. */
  start(machine: SignupMachine, input: FlowInput): void {
    this.stop();
    const inspector = this.#options.inspector();
    const actor = createActor(machine, {
      input,
      // Children's snapshots do not reach the root's subscribers, so every change in the system asks for an update.
      inspect: (event) => {
        // Heard from birth: a child may emit in its very first step.
        if (event.type === '@xstate.actor') this.#listen(event.actorRef as Actor<SignupMachine>);
        else if (event.type === '@xstate.snapshot') this.#host.requestUpdate();
        if (typeof inspector === 'function') inspector(event);
        else inspector?.next?.(event);
      },
    });
    this.#actor = actor;
    this.#subscriptions = [actor.subscribe({ error: (error) => this.#options.onError(error) })];
    actor.start();
    this.#host.requestUpdate();
  }

  stop(): void {
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    this.#subscriptions = [];
    this.#actor?.stop();
    this.#actor = undefined;
  }

  get running(): boolean {
    return this.#actor !== undefined;
  }

  /** The actors from the root to the innermost screen. */
  get chain(): ReturnType<typeof chainOf> {
    return this.#actor ? chainOf(this.#actor) : [];
  }

  /** The screen that the flow names; empty while a part of it is fetched. */
  get step(): Step | '' | undefined {
    return this.#actor && stepOf(this.chain);
  }

  get busy(): boolean {
    return isBusy(this.chain);
  }

  /** The flow is at one of its ends: there is nothing to come back to. */
  get ended(): boolean {
    return this.chain.some((actor) => (actor.getSnapshot() as AnyMachineSnapshot).hasTag('end'));
  }

  /** The facts of the part of the flow that is running. */
  get context(): FlowContext | undefined {
    const part = this.chain.findLast(({ id }) => id !== 'identify' && id !== 'mailbox');
    return part && ((part.getSnapshot() as AnyMachineSnapshot).context as FlowContext);
  }

  /** Facts of the child whose screen is shown, by its name. */
  get innermost(): { identify?: IdentifyContext; mailbox?: MailboxContext } {
    const child = this.chain.at(-1);
    return child && (child.id === 'identify' || child.id === 'mailbox') ? { [child.id]: (child.getSnapshot() as AnyMachineSnapshot).context as IdentifyContext } : {};
  }

  /** Sends to the innermost actor that can take it; what nobody can take is dropped. */
  send(event: FlowEvent): void {
    // What is typed concerns every part that keeps it.
    if (event.type === 'draft.changed') this.tell(event);
    else takerOf(this.chain, event)?.send(event);
  }

  can(event: FlowEvent): boolean {
    return takerOf(this.chain, event) !== undefined;
  }

  /** Tells every running actor, whatever screen it shows. */
  tell(event: FlowEvent): void {
    for (const actor of this.chain) actor.send(event);
  }

  hostDisconnected(): void {
    // A move in the page disconnects and connects within one task; only staying away ends the flow.
    queueMicrotask(() => {
      if (this.#host.isConnected || !this.#actor) return;
      this.#options.onPark();
      this.stop();
    });
  }

  #listen(actor: Actor<SignupMachine>): void {
    this.#subscriptions.push(actor.on('*', (event) => this.#options.onEmit(event)));
  }
}
