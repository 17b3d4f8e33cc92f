import type { Language } from '../contracts/text.js';
import type { AnyActorLogic } from 'xstate';
import type { identifyMachine } from '../flow/identify/identify.machine.js';
import type { FlowName } from '../flow/types.js';
import type { listenForAnswer } from '../identity/popup.js';
import type { MessageGroup, Messages } from '../locales/messages.js';
import type { IdleController } from '../ui/controllers/idle-controller.js';
import type { provideSignupContext } from '../ui/context-provider.js';
import type { ScreenSet } from '../ui/screens/screen-set.js';
import type { createOffers } from './offers.js';
import type * as Mistakes from './mistakes.js';
import type { createAdapters, ElementServices, oidcProvider, openReturn } from './adapters.js';

/** Makes a flow's machine, backed by the element's services and by the calls that the flow brings. */
export type CreateMachine = (services: ElementServices, identify: typeof identifyMachine) => AnyActorLogic;

/** What a flow needs: one download. */
export interface FlowDownload {
  readonly createMachine: CreateMachine;
  readonly screens: ScreenSet;
}

/** What comes after the first screen. Each rejects when it can't be fetched; asking again tries again. */
export interface Downloads {
  readonly flows: Readonly<Record<FlowName, () => Promise<FlowDownload>>>;
  /** Each comes under the name of its group. */
  readonly texts: { readonly [G in MessageGroup]: Readonly<Record<Language, () => Promise<Readonly<Record<G, Messages>>>>> };
  /** What talks to the library system and the identity providers. */
  adapters(): Promise<{
    readonly createAdapters: typeof createAdapters;
    readonly openReturn: typeof openReturn;
    readonly oidcProvider: typeof oidcProvider;
  }>;
  /** What listens to a popup. */
  popup(): Promise<{ readonly listenForAnswer: typeof listenForAnswer }>;
  /** What tells a host's own components of the element's state. */
  contextProvider(): Promise<{ readonly provideSignupContext: typeof provideSignupContext }>;
  /** What makes a public computer forget. */
  idleController(): Promise<{ readonly IdleController: typeof IdleController }>;
  /** What knows what the gateway can. */
  offers(): Promise<{ readonly createOffers: typeof createOffers }>;
  /** What says in words what is wrong with a configuration. */
  mistakes(): Promise<typeof Mistakes>;
}

let provided: Downloads | undefined;

/** Decides where downloads come from: each entry of the package does, before the element is registered. */
export function provideDownloads(downloads: Downloads): void {
  provided ??= downloads;
}

export function downloads(): Downloads {
  if (!provided) throw new Error('[library-signup] import "library-signup" or "library-signup/define"');
  return provided;
}
