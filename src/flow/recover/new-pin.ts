import { and, assign } from 'xstate';
import { awaitsAnswer, failedForm, formEvents, refusesFields } from '../shared/form-events.js';
import { recoverDictionary } from './dictionary.js';
import { expires, refusedAs, sessionTimes } from './session.js';

/** A new PIN: by the session, or by the mailed link that opened the page. A link that is no good says so and leads to a new one. */
export const newPin = recoverDictionary.createStateConfig({
  meta: { step: 'recover.new-pin' },
  initial: 'editing',
  after: sessionTimes,
  on: { 'draft.changed': { actions: 'keepDraft' } },
  states: {
    editing: { on: { ...formEvents, 'session.extend': { guard: 'hasSession', target: 'extending' } } },
    extending: {
      invoke: {
        src: 'readSession',
        onDone: { target: '#recover.new-pin', reenter: true, actions: assign(({ event }) => ({ session: event.output, notice: null })) },
        onError: expires,
      },
    },
    submitting: {
      tags: 'busy',
      on: awaitsAnswer,
      invoke: {
        src: 'changePin',
        onDone: '#recover.pin-changed',
        onError: [
          { guard: { type: 'hasFailedWith', params: { code: 'session-expired' } }, ...expires },
          { guard: 'hasFieldErrors', target: 'editing', actions: refusesFields },
          ...(['expired', 'not-found'] as const).map(
            (code) =>
              ({
                guard: and(['opensByLink', { type: 'hasFailedWith', params: { code } }]),
                target: '#recover.pin-reset',
                actions: ['forgetLink', { type: 'notify', params: { notice: code === 'expired' ? 'link-expired' : 'link-unknown' } }],
              }) as const,
          ),
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
