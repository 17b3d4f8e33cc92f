import type { SignupConfig } from './contracts/config.js';
import type { CapturedReturn } from './identity/return.js';
import type { Gateway, HandOffReturn, IdentityPort, MailboxPort, Ports, PrivateHolder } from './ports.js';
import type { SignupDetail } from './events.js';
import { lazy } from './lazy.js';

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
  readonly identity: IdentityPort & { preload(): void };
}

/** Puts real adapters behind the flow's ports. They are not needed for the first screen, so they come later. */
export function compose({ config, facts, owner, publicComputer, announce }: Surroundings): Composition {
  const clock = { now: () => Date.now() };
  const { url, credentials } = config.gateway;
  const gateway = lazy<Gateway>(async () => (await import('./gateway/http.js')).createHttpGateway({ url, credentials, facts }));
  const identity = lazy<IdentityPort>(async () =>
    (await import('./identity/identity-service.js')).createIdentity({ config, gateway, facts, clock, owner, publicComputer, announce }));
  const mailbox = lazy<MailboxPort>(async () => (await import('./identity/mailbox-service.js')).createMailboxPort({ gateway, facts }));
  return { gateway, identity, mailbox, facts, clock };
}

/** Opens a return that was taken from the address bar. Never rejects. */
export async function resolveReturn(captured: CapturedReturn, config: SignupConfig, facts: PrivateHolder): Promise<HandOffReturn> {
  if (captured.outcome === 'refused') return captured;
  try {
    return await (await import('./identity/identity-service.js')).openReturn(captured, config, facts);
  } catch {
    const { provider, position } = captured.transaction;
    return { outcome: 'refused', notice: 'provider-failed', provider, position };
  }
}
