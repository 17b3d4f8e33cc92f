import { hasFailedWith, loginDictionary, sessionIsOver } from './dictionary.js';

/** Where somebody leads who has logged in. */
export const deciding = loginDictionary.createStateConfig({
  always: [
    // Said yes to the offer, and has come back from MitID.
    { guard: ({ context }) => context.answers['link'] === 'now' && context.session?.method !== 'library-card', target: 'attaching' },
    { guard: ({ context }) => context.session?.profile?.status === 'withheld', target: 'belongs-to-profile' },
    {
      guard: ({ context: { session } }) => session?.method === 'library-card' && session.profile?.offerLink === true,
      target: 'link-offer',
    },
    { guard: 'isByCard', target: 'done' },
    { target: 'profiling' },
  ],
});

/** MitID makes a profile, where there is none. */
export const profiling = loginDictionary.createStateConfig({
  meta: { step: 'login.checking' },
  tags: 'busy',
  invoke: {
    src: 'createProfile',
    onDone: [
      { guard: { type: 'isFor', params: { purpose: 'libraries' } }, target: '#login.my-libraries' },
      { guard: ({ context }) => context.login?.purpose === 'order' && Boolean(context.login.chosen), target: '#login.arriving' },
      { guard: ({ context }) => context.login?.purpose === 'order' && context.answers['library'] !== undefined, target: '#login.reading' },
      { guard: { type: 'isFor', params: { purpose: 'order' } }, target: '#login.library' },
      { target: '#login.done' },
    ],
    onError: [
      sessionIsOver,
      {
        guard: hasFailedWith('blocked'),
        target: '#login.blocked',
        actions: ['keepReason', { type: 'reportRefusal', params: { code: 'blocked' } }],
      },
      { target: '#login.unmade', actions: ['keepFailure', 'report'] },
    ],
  },
});

/** The profile could not be had. */
export const unmade = loginDictionary.createStateConfig({
  meta: { step: 'login.failed' },
  exit: 'clearFailure',
  on: { 'flow.retry': '#login.profiling' },
});
