import { assign } from 'xstate';
import { awaitsAnswer, failedForm, formEvents, refusesFields } from '../shared/form-events.js';
import { hasFailedWith, loginDictionary, notifies } from './dictionary.js';

const wrong = {
  guard: hasFailedWith('credentials-wrong'),
  target: 'editing',
  actions: ['keepWrongPin', { type: 'reportRefusal', params: { code: 'credentials-wrong' } }, 'reject'],
} as const;
const blocked = {
  guard: hasFailedWith('blocked'),
  target: '#login.blocked',
  actions: ['keepReason', { type: 'reportRefusal', params: { code: 'blocked' } }],
} as const;
const unknown = {
  guard: hasFailedWith('library-unknown'),
  target: '#login.library',
  actions: [
    { type: 'choose', params: { library: null } },
    notifies('library-unknown'),
    { type: 'reportRefusal', params: { code: 'library-unknown' } },
  ],
} as const;
const failed = { target: 'failed', actions: ['keepFailure', 'report'] } as const;

/** User ID and PIN of the library: to log in, or to add the library to the profile of this session. */
export const card = loginDictionary.createStateConfig({
  meta: { step: 'login.card' },
  exit: 'forgetCard',
  initial: 'editing',
  states: {
    editing: { on: formEvents },
    submitting: { always: [{ guard: 'isAdding', target: 'proving' }, { target: 'opening' }] },
    opening: {
      tags: 'busy',
      on: awaitsAnswer,
      invoke: {
        src: 'openCardSession',
        onDone: { target: '#login.deciding', actions: assign(({ event }) => ({ session: event.output, errors: [], notice: null })) },
        onError: [wrong, { guard: 'hasFieldErrors', target: 'editing', actions: refusesFields }, blocked, unknown, failed],
      },
    },
    proving: {
      tags: 'busy',
      on: awaitsAnswer,
      invoke: {
        src: 'proveCard',
        onDone: '#login.attaching',
        onError: [wrong, { guard: 'hasFieldErrors', target: 'editing', actions: refusesFields }, blocked, unknown, failed],
      },
    },
    failed: failedForm('login.failed'),
  },
  on: {
    'detour.new-pin': {
      guard: ({ context }) => context.config.recover !== undefined && !context.login?.adding,
      target: '#left',
      actions: { type: 'startDetour', params: { from: 'login.card', to: 'recover.which' } },
    },
  },
});
