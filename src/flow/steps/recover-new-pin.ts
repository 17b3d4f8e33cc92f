import { assign } from 'xstate';
import { failedForm, formEvents } from '../forms.js';
import { recoverPart } from '../recover.setup.js';
import { recoverExpires, recoverTimes } from './recover-session.js';

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
          { guard: { type: 'hasFailedWith', params: { code: 'field-invalid' } }, target: 'editing', actions: ['keepFieldErrors', 'reject'] },
          {
            guard: { type: 'hasFailedWith', params: { code: 'expired' } },
            target: '#recover.pin-reset',
            actions: ['forgetLink', { type: 'notify', params: { notice: 'link-expired' } }],
          },
          {
            guard: { type: 'hasFailedWith', params: { code: 'not-found' } },
            target: '#recover.pin-reset',
            actions: ['forgetLink', { type: 'notify', params: { notice: 'link-unknown' } }],
          },
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
