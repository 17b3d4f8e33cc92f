import { getStateNodes, type AnyMachineSnapshot, type AnyStateMachine, type InspectionEvent, type StateValue } from 'xstate';

/** Which states of a machine are entered, as ids. Nothing of the context: it may be personal. */
export interface Walk {
  readonly machine: string;
  readonly states: readonly string[];
}

const CHANNEL = 'library-signup-demo:walk';

function walkOf(event: InspectionEvent): Walk | undefined {
  if (event.type !== '@xstate.snapshot') return undefined;
  const snapshot = event.snapshot as Partial<AnyMachineSnapshot>;
  const machine = snapshot.machine as AnyStateMachine | undefined;
  if (!machine || snapshot.value === undefined) return undefined;
  const states = snapshot.status === 'active' ? getStateNodes(machine.root, snapshot.value as StateValue).map(({ id }) => id) : [];
  return { machine: machine.id, states };
}

/** For the element's `inspect`: tells other windows of this origin, and this one, where the patron is. */
export function tellWalk(listener?: (walk: Walk) => void): (event: InspectionEvent) => void {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL);
  const known = new Map<string, Walk>();
  // Whoever opens the chart later asks where everybody is.
  channel?.addEventListener('message', ({ data }: MessageEvent<Walk | 'where'>) => {
    if (data === 'where') for (const walk of known.values()) channel.postMessage(walk);
  });
  return (event) => {
    const walk = walkOf(event);
    if (!walk) return;
    known.set(walk.machine, walk);
    channel?.postMessage(walk);
    listener?.(walk);
  };
}

export function followWalks(listener: (walk: Walk) => void): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<Walk | 'where'>) => {
    if (data !== 'where') listener(data);
  });
  channel.postMessage('where');
}
