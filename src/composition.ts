import type { SignupConfig } from './contracts/config.js';
import type { CapturedReturn } from './identity/return.js';
import type { Gateway, HandOffReturn, IdentityPort, Ports, PrivateHolder } from './ports.js';
import type { SignupDetail } from './events.js';
import { SignupError } from './errors.js';

/** Loads a port's implementation when it is first used; a chunk that can't be fetched is a service that is not there. */
function lazy<T extends object>(load: () => Promise<T>): T & { preload(): void } {
  let loading: Promise<T> | undefined;
  const ready = async (): Promise<T> => {
    loading ??= load();
    try {
      return await loading;
    } catch (cause) {
      loading = undefined;
      throw new SignupError({ code: 'unavailable', retryable: true }, { cause });
    }
  };
  return new Proxy({} as T & { preload(): void }, {
    get: (_, name) => {
      if (name === 'preload') return () => void ready().catch(() => undefined);
      return async (...values: unknown[]): Promise<unknown> => {
        const port = await ready();
        return (Reflect.get(port, name) as (...values: unknown[]) => unknown).apply(port, values);
      };
    },
  });
}

export interface Surroundings {
  readonly config: SignupConfig;
  readonly facts: PrivateHolder;
  /** Which element of the page this is. */
  readonly owner: string;
  publicComputer(): boolean;
  /** Tells the host page; `false` when it wants to log the patron in by itself. */
  announce(detail: SignupDetail<'signup-identify'>): boolean;
}

export interface Composition extends Ports {
  readonly gateway: Gateway & { preload(): void };
  readonly identity: IdentityPort & { preload(): void };
}

/** Puts real adapters behind the flow's ports. They are not needed for the first screen, so they come later. */
export function compose({ config, facts, owner, publicComputer, announce }: Surroundings): Composition {
  const clock = { now: () => Date.now() };
  const { url, credentials } = config.gateway;
  const gateway = lazy<Gateway>(async () => (await import('./gateway/http.js')).createHttpGateway({ url, credentials, facts }));
  const identity = lazy<IdentityPort>(async () =>
    (await import('./identity/identity-service.js')).createIdentity({ config, gateway, facts, clock, owner, publicComputer, announce }));
  return { gateway, identity, facts, clock };
}

/** Opens a return that was taken from the address bar. */
export async function resolveReturn(captured: CapturedReturn, config: SignupConfig, facts: PrivateHolder): Promise<HandOffReturn> {
  if (captured.outcome === 'refused') return captured;
  try {
    return await (await import('./identity/identity-service.js')).resolveReturn(captured, config, facts);
  } catch {
    const { provider, position } = captured.transaction;
    return { outcome: 'refused', notice: 'provider-failed', provider, position };
  }
}
