import type { AnyActorRef, AnyMachineSnapshot } from 'xstate';
import type { Step } from './types.js';

/** The running actor and its running children that are machines, root first. */
export function chainOf(root: AnyActorRef): AnyActorRef[] {
  const chain: AnyActorRef[] = [];
  let actor: AnyActorRef | undefined = root;
  while (actor) {
    chain.push(actor);
    const { children = {} } = actor.getSnapshot() as { children?: Record<string, AnyActorRef | undefined> };
    actor = Object.values(children).find((child) => child !== undefined && isMachine(child));
  }
  return chain;
}

const snapshotOf = (actor: AnyActorRef): AnyMachineSnapshot => actor.getSnapshot() as AnyMachineSnapshot;
const isMachine = (actor: AnyActorRef): boolean => {
  const snapshot = snapshotOf(actor) as Partial<AnyMachineSnapshot>;
  return snapshot.status === 'active' && 'context' in snapshot && 'value' in snapshot;
};

/** The screen that a chain of actors shows, empty where none is named: a child names its own screen, within the flow of the step that runs it. */
export function stepOf(chain: readonly AnyActorRef[]): Step | '' {
  let step = '';
  for (const actor of chain) {
    // Deeper states come later and know better.
    for (const meta of Object.values(snapshotOf(actor).getMeta()) as { step?: Step; screen?: string }[]) {
      if (meta.step) step = meta.step;
      else if (meta.screen) step = `${step.slice(0, step.indexOf('.'))}.${meta.screen}`;
    }
  }
  return step as Step | '';
}

/** Whether a request is under way on the screen. */
export const isBusy = (chain: readonly AnyActorRef[]): boolean => chain.some((actor) => snapshotOf(actor).hasTag('busy'));

/** The innermost actor that can take an event: a child's screen answers first, then the step that runs it. */
export const takerOf = (chain: readonly AnyActorRef[], event: { type: string }): AnyActorRef | undefined =>
  chain.findLast((actor) => snapshotOf(actor).can(event));
