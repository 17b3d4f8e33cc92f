import { fromPromise } from 'xstate';
import type { SignupConfig } from '../../contracts/config.js';
import { SignupError } from '../../errors.js';
import type { LoginAdapters, LoginCalls, Services } from '../../ports.js';
import { openSession } from '../actors.js';
import type { identifyMachine } from '../identify/identify.machine.js';
import { endSession } from '../session.js';
import { sessionActors } from '../shared/service-actors.js';
import type { HostReferences, RecentLibrary } from '../types.js';
import { loginOf } from './dictionary.js';
import { loginMachine, type LoginMachine } from './login.machine.js';
import { goesByCard } from './policy.js';

/** Libraries that were used last on this device; none where the computer is public. */
export interface RecentLibraries {
  list(): RecentLibrary[];
  add(library: RecentLibrary): void;
  forget(): void;
}

/** What a login needs beyond the calls. */
export interface LoginPorts {
  readonly config: SignupConfig;
  readonly recent: RecentLibraries;
  hostReferences(): HostReferences;
  /** Tells the page's developer. */
  warn(message: string): void;
  /** Hands the code over to the host page. */
  deliver(mode: 'post' | 'event', url: string | undefined, handover: { code: string; expiresIn: number }): void;
}

/** The machine that logs in, with its actors backed by the services. */
export function createLoginMachine(
  services: Services<LoginAdapters & { gateway: LoginAdapters['gateway'] & LoginCalls }>,
  identify: typeof identifyMachine,
  { config, recent, hostReferences, deliver, warn }: LoginPorts,
): LoginMachine {
  const { secrets } = services;
  let made: string | undefined;
  const gateway = async () => (await services.adapters()).gateway;
  const machine = loginMachine.provide({
    actions: { forgetCard: () => secrets.clear('pin', 'userId') },
    actors: {
      ...sessionActors(services),
      findLibraries: fromPromise(async ({ input, signal }) => (await gateway()).findLibraries(input, signal)),
      readLibrary: fromPromise(async ({ input, signal }) => (await gateway()).readLibrary(input, signal)),
      listRecent: fromPromise(async () => recent.list()),
      forgetRecent: fromPromise(async () => recent.forget()),
      openCardSession: fromPromise(({ signal }) => openSession(services, signal)),
      proveCard: fromPromise(async ({ signal }) => (await gateway()).proveCard(signal)),
      createProfile: fromPromise(async ({ signal }) => (await gateway()).createProfile(signal)),
      readProfile: fromPromise(async ({ signal }) => (await gateway()).readProfile(signal)),
      // The right to attach came back with the page, or this page has made it; under "my libraries" there is none.
      attachLibrary: fromPromise(async ({ input: { id, intent }, signal }) => {
        const right = intent ?? made;
        made = undefined;
        if (right === undefined && secrets.get('libraryToken') === undefined) throw new SignupError({ code: 'expired', retryable: false });
        await (await gateway()).attachLibrary(right === undefined ? { id } : { id, intent: right }, signal);
      }),
      detachLibrary: fromPromise(async ({ input, signal }) => (await gateway()).detachLibrary(input, signal)),
      silenceLinkOffer: fromPromise(async ({ signal }) => (await gateway()).silenceLinkOffer(signal)),
      checkOrder: fromPromise(async ({ input, signal }) => (await gateway()).checkOrder(input, signal)),
      orderAsGuest: fromPromise(async ({ input, signal }) => {
        const { handoverChallenge, order } = hostReferences();
        const isTold = handoverChallenge !== null && (config.login?.handover?.mode ?? 'none') !== 'none';
        return (await gateway()).orderAsGuest(
          { ...input, ...(order !== null && { order }), ...(isTold && { challenge: handoverChallenge }) },
          signal,
        );
      }),
      handOver: fromPromise(async ({ input, signal }) => {
        const { chosen } = loginOf(input);
        const { handoverChallenge, order } = hostReferences();
        const { mode = 'none', url } = input.config.login?.handover ?? {};
        const adapters = await services.adapters();
        // A guest's came with the answer to the order.
        const isGuest = input.session === null;
        if (mode !== 'none' && !isGuest) {
          if (handoverChallenge === null) warn('handover-challenge is missing: the login can’t be handed over');
          else
            await adapters.gateway.handOver(
              { challenge: handoverChallenge, byCookie: mode === 'cookie', ...(order !== null && { order }) },
              signal,
            );
        }
        const handover = secrets.get('handover');
        if (chosen && !isGuest) recent.add({ id: chosen.id, name: chosen.name });
        await endSession(services, async () => adapters.gateway);
        if (handover && (mode === 'post' || mode === 'event')) deliver(mode, url, handover);
      }),
    },
  });
  return machine.provide({
    actors: {
      identify: identify.provide({
        actors: {
          beginHandOff: fromPromise(async ({ input, signal }) => {
            const { gateway: calls, identity } = await services.adapters();
            const { answers } = input.position;
            const byCard = goesByCard(config, input.provider, answers);
            const links = !byCard && answers['link'] === 'now' && secrets.get('token') !== undefined;
            return identity.begin(
              {
                ...input,
                ...(byCard && answers['library'] !== undefined && { library: answers['library'] }),
                ...(links && {
                  // The right to attach belongs to the hand-off that follows, and travels with it.
                  prepare: async (codeChallenge: string) => {
                    ({ intent: made } = await calls.createLinkIntent({ codeChallenge }, signal));
                    return { linkIntent: made };
                  },
                }),
              },
              signal,
            );
          }),
        },
      }),
    },
  });
}
