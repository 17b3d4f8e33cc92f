import { noWayBack } from '../shared/leaving.js';
import { recoverDictionary } from './dictionary.js';

/** The new PIN works. In a detour the session goes on where the detour started; otherwise it ends here. */
export const pinChanged = recoverDictionary.createStateConfig({
  meta: { step: 'recover.pin-changed' },
  tags: 'end',
  entry: [{ type: 'complete', params: { outcome: 'pin-changed' } }, 'forgetLink'],
  on: noWayBack,
  initial: 'deciding',
  states: {
    deciding: { always: [{ guard: 'hasOrigin', target: 'ended' }, { target: 'ending' }] },
    ending: { invoke: { src: 'endSession', onDone: 'ended', onError: 'ended' } },
    ended: {},
  },
});
