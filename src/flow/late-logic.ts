import type { AnyActorLogic } from 'xstate';

/** Logic of an actor that is fetched before it is started: to be provided under a name at once, and loaded when that part of the flow is entered. */
export function lateLogic<T extends AnyActorLogic>(load: () => Promise<T>): { logic: T; load(): Promise<void> } {
  let loaded: T | undefined;
  return {
    load: async () => { loaded ??= await load(); },
    logic: new Proxy({} as T, {
      get: (_, name) => {
        const value: unknown = loaded && Reflect.get(loaded, name);
        return typeof value === 'function' ? (value.bind(loaded) as unknown) : value;
      },
    }),
  };
}
