import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';

export interface Transition {
  /** What happened, in words: an event's name, `done: sendCode`, `after sessionEnd`, `always`. */
  readonly event: string;
  /** What must be so. */
  readonly guard: string | undefined;
  readonly actions: readonly string[];
  /** Id of the state that it leads to; none stays where it is. */
  readonly target: string | undefined;
}

export interface State {
  readonly id: string;
  readonly name: string;
  readonly kind: 'state' | 'initial' | 'final';
  /** All that is in it is entered at once. */
  readonly isParallel: boolean;
  /** The screen that is shown, where the state names one. */
  readonly screen: string | undefined;
  readonly tags: readonly string[];
  /** Actors that run while it is entered. */
  readonly invokes: readonly string[];
  readonly transitions: readonly Transition[];
  readonly children: readonly State[];
}

/** Names of the built-in actions, which `setup` gives to unnamed ones. */
const BUILT_IN = /^xstate\./;

const shown = (params: unknown): string => {
  const text = JSON.stringify(params) as string | undefined;
  return text === undefined || text === '{}' ? '' : ` ${text.replace(/"/g, '')}`;
};

/** A condition that has no name, as it is written: `({ context }) => context.draft.sms` is `context.draft.sms`. */
const sourceOf = (condition: (...args: never[]) => unknown): string =>
  condition
    .toString()
    .replace(/^[^=]*?=>\s*/, '')
    .replace(/\s+/g, ' ');

function nameOf(part: unknown, otherwise: string): string {
  if (typeof part === 'function' && otherwise === 'condition') return sourceOf(part as () => unknown);
  if (typeof part === 'string') return part;
  if (typeof part === 'object' && part !== null && 'type' in part) return String(part.type) + ('params' in part ? shown(part.params) : '');
  return otherwise;
}

function eventOf(type: string, { invoke }: AnyStateNode): string {
  const [, kind, id = ''] = /^xstate\.(done|error)\.actor\.(.*)$/.exec(type) ?? [];
  if (kind !== undefined) return `${kind}: ${nameOf(invoke.find((one) => one.id === id)?.src, id === '*' ? 'flow' : id)}`;
  const delay = /^xstate\.after\.(.*?)\./.exec(type)?.[1];
  return delay === undefined ? type : `after ${delay}`;
}

const transitionOf = (definition: AnyTransitionDefinition, event: string): Transition => ({
  event,
  guard: definition.guard === undefined ? undefined : nameOf(definition.guard, 'condition'),
  actions: definition.actions.map((action) => nameOf(action, 'action')).filter((name) => !BUILT_IN.test(name)),
  target: definition.target?.[0]?.id,
});

function stateOf(node: AnyStateNode): State {
  const isInitial = node.parent?.config.initial === node.key;
  return {
    id: node.id,
    name: node.key,
    kind: node.type === 'final' ? 'final' : isInitial ? 'initial' : 'state',
    isParallel: node.type === 'parallel',
    screen: (node.meta as { step?: string } | undefined)?.step,
    tags: node.tags,
    invokes: node.invoke.map(({ src }) => nameOf(src, 'actor')),
    transitions: [
      ...[...node.transitions].flatMap(([type, definitions]) =>
        definitions.map((definition) => transitionOf(definition, eventOf(type, node))),
      ),
      ...(node.always ?? []).map((definition) => transitionOf(definition, 'always')),
    ],
    children: Object.values(node.states).map((child) => stateOf(child)),
  };
}

/** What a machine is made of, read from the machine itself. */
export const diagramOf = (machine: AnyStateMachine): State => stateOf(machine.root);

/** A state and everything in it. */
export const statesIn = (state: State): readonly State[] => [state, ...state.children.flatMap((child) => statesIn(child))];
