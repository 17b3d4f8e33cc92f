import { extending, loginDictionary, notifies, remembers, sessionIsOver, sessionTimes } from './dictionary.js';

/** The libraries of the profile: which come by themselves, removing, adding one. */
export const myLibraries = loginDictionary.createStateConfig({
  meta: { step: 'login.my-libraries' },
  initial: 'reading',
  after: sessionTimes,
  states: {
    reading: {
      tags: 'busy',
      invoke: {
        src: 'readProfile',
        onDone: { target: 'showing', actions: { type: 'know', params: ({ event }) => ({ libraries: event.output }) } },
        onError: [sessionIsOver, { target: 'unread', actions: ['keepFailure', 'report'] }],
      },
    },
    unread: { meta: { step: 'login.failed' }, exit: 'clearFailure', on: { 'flow.retry': 'reading' } },
    extending: extending('my-libraries'),
    showing: {
      on: {
        'session.extend': 'extending',
        'library.remove': {
          guard: ({ context, event }) => context.login?.libraries?.some(({ id, removable }) => removable && id === event.id) === true,
          target: 'removing',
          actions: { type: 'know', params: ({ event }) => ({ confirming: event.id }) },
        },
        'library.change': {
          target: '#login.library',
          actions: [
            { type: 'choose', params: { library: null } },
            { type: 'know', params: { adding: true, query: '', found: null, confirming: null } },
            remembers('login.my-libraries'),
          ],
        },
        'flow.finish': '#login.done',
      },
    },
    removing: {
      tags: 'busy',
      invoke: {
        src: 'detachLibrary',
        input: ({ context }) => ({ id: context.login?.confirming ?? '' }),
        onDone: {
          target: 'reading',
          actions: [
            { type: 'know', params: { confirming: null } },
            notifies('detached'),
            { type: 'endsIn', params: { outcome: 'libraries-changed' } },
          ],
        },
        onError: [sessionIsOver, { target: 'failed', actions: ['keepFailure', 'report'] }],
      },
    },
    failed: { meta: { step: 'login.failed' }, exit: 'clearFailure', on: { 'flow.retry': 'removing', 'flow.back': 'showing' } },
  },
});
