import { noWayBack } from '../shared/leaving.js';
import { loginDictionary, loginOf } from './dictionary.js';

/** An end: the login is handed over to the host, and the session is over. */
const end = (step: 'login.done' | 'login.linked' | 'login.guest-ready') =>
  loginDictionary.createStateConfig({
    meta: { step },
    on: noWayBack,
    initial: 'handing',
    states: {
      handing: {
        tags: ['busy', 'end'],
        invoke: {
          src: 'handOver',
          input: ({ context }) => context,
          onDone: {
            target: 'over',
            actions: { type: 'complete', params: ({ context }) => ({ outcome: loginOf(context).outcome }) },
          },
          onError: { target: 'failed', actions: ['keepFailure', 'report'] },
        },
      },
      // Said where it happens: the login itself went well.
      failed: { meta: { step: 'login.failed' }, exit: 'clearFailure', on: { 'flow.retry': 'handing' } },
      over: { tags: 'end' },
    },
  });

export const done = end('login.done');
export const linked = end('login.linked');
export const guestReady = end('login.guest-ready');
