import { statesIn, type State, type Transition } from './diagram.js';

/** A machine as JSON: what `createMachine` takes, and Stately's editor imports. Guards, actions and actors are named, their code stays here. */
export interface MachineJson {
  id?: string;
  initial?: string;
  type?: 'final' | 'parallel';
  tags?: readonly string[];
  meta?: { step: string };
  invoke?: { src: string; id: string; onDone?: TransitionJson[]; onError?: TransitionJson[] }[];
  on?: Record<string, TransitionJson[]>;
  after?: Record<string, TransitionJson[]>;
  always?: TransitionJson[];
  states?: Record<string, MachineJson>;
}
interface TransitionJson {
  target?: string;
  guard?: { type: string };
  actions?: { type: string }[];
}

export function toStately(root: State): MachineJson {
  const known = new Set(statesIn(root).map(({ id }) => id));
  const toJson = ({ target, guard, actions }: Transition): TransitionJson => ({
    ...(target !== undefined && known.has(target) && { target: `#${target}` }),
    ...(guard !== undefined && { guard: { type: guard } }),
    ...(actions.length > 0 && { actions: actions.map((type) => ({ type })) }),
  });
  const group = (transitions: readonly Transition[], prefix: string): Record<string, TransitionJson[]> => {
    const groups: Record<string, TransitionJson[]> = {};
    for (const transition of transitions) {
      if (transition.event.startsWith(prefix)) (groups[transition.event.slice(prefix.length)] ??= []).push(toJson(transition));
    }
    return groups;
  };
  const stateJson = (state: State): MachineJson => {
    const { id, kind, isParallel, tags, screen, invokes, transitions, children } = state;
    const initial = children.find((child) => child.kind === 'initial');
    const plain = transitions.filter(({ event }) => !/^(?:done|error): |^after |^always$/.test(event));
    const actorEvents = transitions.filter(({ event }) => /^(?:done|error): /.test(event));
    const unknownActors = actorEvents.filter(({ event }) => !invokes.includes(event.replace(/^\w+: /, '')));
    const on = { ...group(plain, ''), ...group(unknownActors, '') };
    const after = group(transitions, 'after ');
    const always = transitions.filter(({ event }) => event === 'always').map(toJson);
    return {
      id,
      ...(initial && { initial: initial.name }),
      ...(kind === 'final' && { type: 'final' as const }),
      ...(isParallel && { type: 'parallel' as const }),
      ...(tags.length > 0 && { tags }),
      ...(screen !== undefined && { meta: { step: screen } }),
      ...(invokes.length > 0 && {
        invoke: invokes.map((src) => ({
          src,
          id: `${id}:${src}`,
          onDone: actorEvents.filter(({ event }) => event === `done: ${src}`).map(toJson),
          onError: actorEvents.filter(({ event }) => event === `error: ${src}`).map(toJson),
        })),
      }),
      ...(Object.keys(on).length > 0 && { on }),
      ...(Object.keys(after).length > 0 && { after }),
      ...(always.length > 0 && { always }),
      ...(children.length > 0 && { states: Object.fromEntries(children.map((child) => [child.name, stateJson(child)])) }),
    };
  };
  return stateJson(root);
}
