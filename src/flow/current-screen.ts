import type { AnyActorRef, AnyMachineSnapshot } from 'xstate';
import type { FlowContext, FlowEvent, IdentifyContext, MailboxContext, Step } from './types.js';

type Meta = { step?: Step; screen?: string };

/** What the snapshots of the flow's machines say of the screen that is on. */
export interface CurrentScreen {
  /** Empty while no machine names a screen: the one that was on stays. */
  readonly step: Step | '';
  /** A request is under way. */
  readonly busy: boolean;
  /** The flow is at one of its ends: there is nothing to come back to. */
  readonly ended: boolean;
  /** Of the flow that is running. */
  readonly context: FlowContext;
  /** Of the login, while its screen is on. */
  readonly identify?: IdentifyContext;
  /** Of the proof of a mailbox, while its screen is on. */
  readonly mailbox?: MailboxContext;
}

const snapshotOf = (actor: AnyActorRef): AnyMachineSnapshot => actor.getSnapshot() as AnyMachineSnapshot;

function isRunningMachine(actor: AnyActorRef): boolean {
  const snapshot = snapshotOf(actor) as Partial<AnyMachineSnapshot>;
  return snapshot.status === 'active' && 'context' in snapshot && 'value' in snapshot;
}

/** The machines that are running, from the root to the innermost: each has one running child at most. */
export function runningMachines(root: AnyActorRef): AnyActorRef[] {
  const machines: AnyActorRef[] = [];
  for (let next: AnyActorRef | undefined = root; next;) {
    machines.push(next);
    const { children = {} } = snapshotOf(next) as { children?: Record<string, AnyActorRef | undefined> };
    next = Object.values(children).find((child) => child !== undefined && isRunningMachine(child));
  }
  return machines;
}

/** A machine that several flows use names its screen alone: it is one of the flow that runs it. */
function stepOf(snapshots: readonly AnyMachineSnapshot[]): Step | '' {
  let step = '';
  for (const snapshot of snapshots) {
    // The metadata of deeper states come later, and the deepest counts.
    for (const meta of Object.values(snapshot.getMeta()) as Meta[]) {
      if (meta.step) step = meta.step;
      else if (meta.screen) step = `${step.slice(0, step.indexOf('.'))}.${meta.screen}`;
    }
  }
  return step as Step | '';
}

/** Which screen is on, by the snapshots of the flow's machines. */
export function currentScreen(root: AnyActorRef): CurrentScreen {
  const machines = runningMachines(root);
  const snapshots = machines.map(snapshotOf);
  const innermost = machines.at(-1)?.id;
  const isShared = innermost === 'identify' || innermost === 'mailbox';
  const flow = isShared ? snapshots.at(-2) : snapshots.at(-1);
  return {
    step: stepOf(snapshots),
    busy: snapshots.some((snapshot) => snapshot.hasTag('busy')),
    ended: snapshots.some((snapshot) => snapshot.hasTag('end')),
    context: flow?.context as FlowContext,
    ...(isShared ? { [innermost]: snapshots.at(-1)?.context as IdentifyContext & MailboxContext } : {}),
  };
}

/** The innermost machine that can take an event: a child's screen answers first, then the flow that runs it. */
export const receiverOf = (root: AnyActorRef, event: FlowEvent): AnyActorRef | undefined =>
  runningMachines(root).findLast((actor) => snapshotOf(actor).can(event));
