import type { AnyActorLogic } from 'xstate';

/** Logic of an actor that is fetched before it is started: to be provided under a name at once, and loaded when that part of the flow is entered. */
export function lateLogic<T extends AnyActorLogic, I = void>(load: (input: I) => Promise<T>): { logic: T; load(input: I): Promise<void> } {
  let loaded: T | undefined;
  return {
    load: async (input) => { loaded = await load(input); },
    logic: new Proxy({} as T, {
      get: (_, name) => {
        const value: unknown = loaded && Reflect.get(loaded, name);
        return typeof value === 'function' ? (value.bind(loaded) as unknown) : value;
      },
    }),
  };
}
