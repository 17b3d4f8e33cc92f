import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createActor, type Actor, type ActorRef, type EventObject, type InspectionEvent, type Observer, type Snapshot } from 'xstate';
import { currentScreen, receiverOf, runningMachines, type CurrentScreen } from '../../flow/current-screen.js';
import type { SignupMachine } from '../../flow/signup.machine.js';
import { repairBuiltIns } from '../../page/built-ins.js';
import type { FlowEmit, FlowEvent, FlowInput } from '../../flow/types.js';

type Inspector = Observer<InspectionEvent> | ((event: InspectionEvent) => void);
type FlowActor = ActorRef<Snapshot<unknown>, EventObject, FlowEmit>;

export interface FlowControllerOptions {
  onEmit(event: FlowEmit): void;
  /** The flow fell over; its actor is dead. */
  onError(error: unknown): void;
  /** The element was removed from the page for good, or at least for longer than a move. */
  onPark(): void;
  inspector(): Inspector | undefined;
}

/**
 * Owns the flow's actor for an element: what `@xstate/lit` would be, were it published (docs/decisions/xstate-lit.md). Every machine of the flow is
 * subscribed to, and each snapshot asks the element to render. The actor outlives a move of the element in the page, and ends when the element stays
 * away.
 */
export class FlowController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: FlowControllerOptions;
  #actor: Actor<SignupMachine> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: FlowControllerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Starts a new actor in place of the one there is. */
  start(machine: SignupMachine, input: FlowInput): void {
    this.stop();
    repairBuiltIns();
    const inspector = this.#options.inspector();
    const actor = createActor(machine, {
      input,
      inspect: (event) => {
        // Subscribed to from birth: a machine may emit in its very first step.
        if (event.type === '@xstate.actor') this.#subscribe(event.actorRef as unknown as FlowActor);
        if (typeof inspector === 'function') inspector(event);
        else inspector?.next?.(event);
      },
    });
    this.#actor = actor;
    actor.subscribe({ error: (error) => this.#options.onError(error) });
    actor.start();
    this.#host.requestUpdate();
  }

  stop(): void {
    this.#actor?.stop();
    this.#actor = undefined;
  }

  /** `undefined` before the flow has started. */
  get current(): CurrentScreen | undefined {
    return this.#actor && currentScreen(this.#actor);
  }

  /** Sends to the innermost machine that can take the event; an event that none can take is dropped. */
  send(event: FlowEvent): void {
    repairBuiltIns();
    // What is typed concerns every machine that keeps it.
    if (event.type === 'draft.changed') this.tell(event);
    else if (this.#actor) receiverOf(this.#actor, event)?.send(event);
  }

  can(event: FlowEvent): boolean {
    return this.#actor !== undefined && receiverOf(this.#actor, event) !== undefined;
  }

  /** Tells every running machine, whatever screen is on. */
  tell(event: FlowEvent): void {
    if (this.#actor) for (const machine of runningMachines(this.#actor)) machine.send(event);
  }

  hostDisconnected(): void {
    // A move in the page disconnects and connects within one task; only staying away ends the flow.
    queueMicrotask(() => {
      if (this.#host.isConnected || !this.#actor) return;
      this.#options.onPark();
      this.stop();
    });
  }

  /** Subscriptions end with their actor. */
  #subscribe(actor: FlowActor): void {
    const update = (): void => this.#host.requestUpdate();
    // Errors are the business of whoever invokes the actor; without a listener of its own XState would report them as unhandled.
    actor.subscribe({ next: update, complete: update, error: update });
    actor.on('*', (event) => this.#options.onEmit(event));
  }
}
