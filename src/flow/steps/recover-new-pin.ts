import { and, assign } from 'xstate';
import { refusesFields } from '../part.setup.js';
import { failedForm, formEvents } from '../forms.js';
import { recoverPart } from '../recover.setup.js';
import { recoverExpires, recoverTimes, refusedAs } from './recover-session.js';

/** A new PIN: by the session, or by the mailed link that opened the page. A link that is no good says so and leads to a new one. */
export const newPin = recoverPart.createStateConfig({
  meta: { step: 'recover.new-pin' },
  initial: 'editing',
  after: recoverTimes,
  on: { 'draft.changed': { actions: 'keepDraft' } },
  states: {
    editing: { on: { ...formEvents, 'session.extend': { guard: 'hasSession', target: 'extending' } } },
    extending: {
      invoke: {
        src: 'readSession',
        onDone: { target: '#recover.new-pin', reenter: true, actions: assign(({ event }) => ({ session: event.output, notice: null })) },
        onError: recoverExpires,
      },
    },
    submitting: {
      tags: 'busy',
      invoke: {
        src: 'changePin',
        onDone: '#recover.pin-changed',
        onError: [
          { guard: { type: 'hasFailedWith', params: { code: 'session-expired' } }, ...recoverExpires },
          { guard: 'hasFieldErrors', target: 'editing', actions: refusesFields },
          ...(['expired', 'not-found'] as const).map((code) => ({
            guard: and(['opensByLink', { type: 'hasFailedWith', params: { code } }]),
            target: '#recover.pin-reset',
            actions: ['forgetLink', { type: 'notify', params: { notice: code === 'expired' ? 'link-expired' : 'link-unknown' } }],
          } as const)),
          { guard: { type: 'hasFailedWith', params: { code: 'not-found' } }, ...refusedAs('not-a-patron') },
          { guard: { type: 'hasFailedWith', params: { code: 'blocked' } }, ...refusedAs('blocked') },
          { guard: { type: 'hasFailedWith', params: { code: 'not-permitted' } }, ...refusedAs('not-permitted') },
          { target: 'failed', actions: ['keepFailure', 'report'] },
        ],
      },
    },
    failed: failedForm('recover.failed'),
  },
});

/** In a detour the session goes on where the detour started; otherwise it ends here. */
export const pinChanged = recoverPart.createStateConfig({
  meta: { step: 'recover.pin-changed' },
  tags: 'end',
  entry: [{ type: 'complete', params: { outcome: 'pin-changed' } }, 'forgetLink'],
  initial: 'deciding',
  states: {
    deciding: { always: [{ guard: 'hasOrigin', target: 'ended' }, { target: 'ending' }] },
    ending: { invoke: { src: 'endSession', onDone: 'ended', onError: 'ended' } },
    ended: {},
  },
});
