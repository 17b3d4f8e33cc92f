import { extending, hasFailedWith, loginDictionary, notifies, remembers, sessionIsOver, sessionTimes } from './dictionary.js';

/** Attach this library to a profile? Now takes MitID; never is kept by the library system for this user, not for the browser. */
export const linkOffer = loginDictionary.createStateConfig({
  meta: { step: 'login.link-offer' },
  after: sessionTimes,
  initial: 'asking',
  states: {
    extending: extending('link-offer'),
    asking: {
      on: {
        'session.extend': 'extending',
        'choice.submitted': [
          {
            guard: { type: 'isAnswer', params: { value: 'now' } },
            target: '#login.identify',
            actions: ['keepAnswer', remembers('login.link-offer')],
          },
          { guard: { type: 'isAnswer', params: { value: 'later' } }, target: '#login.done', actions: 'keepAnswer' },
          { guard: { type: 'isAnswer', params: { value: 'never' } }, target: 'silencing', actions: 'keepAnswer' },
          { actions: ['askForAnswer', 'reject'] },
        ],
      },
    },
    // Being asked once more is no reason to stop anybody.
    silencing: { tags: 'busy', invoke: { src: 'silenceLinkOffer', onDone: '#login.done', onError: '#login.done' } },
  },
});

/** Attaches the library whose card was proved to the profile of this session. */
export const attaching = loginDictionary.createStateConfig({
  meta: { step: 'login.checking' },
  tags: 'busy',
  invoke: {
    src: 'attachLibrary',
    input: ({ context }) => ({ id: context.answers['library'] ?? '', intent: context.linkIntent }),
    onDone: [
      {
        guard: 'isAdding',
        target: '#login.my-libraries',
        actions: { type: 'know', params: { adding: false, outcome: 'libraries-changed' } },
      },
      { target: '#login.linked', actions: ['forgetIntent', { type: 'endsIn', params: { outcome: 'profile-linked' } }] },
    ],
    onError: [
      sessionIsOver,
      // The right to attach has been used, is another session's, or too old.
      {
        guard: hasFailedWith('expired'),
        target: '#login.again',
        actions: ['forgetIntent', notifies('link-lapsed'), 'forgetSession', { type: 'reportRefusal', params: { code: 'expired' } }],
      },
      ...(['account-mismatch', 'already-linked', 'not-attachable', 'not-permitted', 'library-unknown'] as const).map(
        (code) =>
          ({
            guard: hasFailedWith(code),
            target: '#login.link-refused',
            actions: ['keepReason', 'forgetIntent', { type: 'reportRefusal', params: { code } }],
          }) as const,
      ),
      { target: '#login.unattached', actions: ['keepFailure', 'report'] },
    ],
  },
});

export const unattached = loginDictionary.createStateConfig({
  meta: { step: 'login.failed' },
  exit: 'clearFailure',
  on: { 'flow.retry': '#login.attaching' },
});

/** It could not be attached, and why. The session with MitID goes on. */
export const linkRefused = loginDictionary.createStateConfig({
  meta: { step: 'login.link-refused' },
  after: sessionTimes,
  on: {
    'flow.finish': [
      { guard: 'isAdding', target: '#login.my-libraries', actions: { type: 'know', params: { adding: false } } },
      { target: '#login.profiling' },
    ],
  },
});

/** What leaves the profile as it is. */
const onwards = [
  {
    guard: { type: 'isAnswer', params: { value: 'mitid' } },
    target: '#login.identify',
    actions: ['keepAnswer', remembers('login.belongs-to-profile')],
  },
  { guard: { type: 'isAnswer', params: { value: 'without' } }, target: '#login.done', actions: 'keepAnswer' },
] as const;

/** This card belongs to a profile that MitID opens: MitID, go on without it, or take the card out of it. */
export const belongsToProfile = loginDictionary.createStateConfig({
  meta: { step: 'login.belongs-to-profile' },
  after: sessionTimes,
  initial: 'asking',
  states: {
    extending: extending('belongs-to-profile'),
    asking: {
      on: {
        'session.extend': 'extending',
        'choice.submitted': [
          ...onwards,
          {
            guard: { type: 'isAnswer', params: { value: 'detach' } },
            target: 'confirming',
            actions: ['keepAnswer', { type: 'know', params: ({ context }) => ({ confirming: context.answers['library'] ?? '' }) }],
          },
          { actions: ['askForAnswer', 'reject'] },
        ],
      },
    },
    confirming: {
      exit: { type: 'know', params: { confirming: null } },
      on: {
        'flow.finish': 'detaching',
        'flow.back': 'asking',
        'choice.submitted': [
          ...onwards,
          { guard: { type: 'isAnswer', params: { value: 'detach' } }, target: 'detaching' },
          { actions: ['askForAnswer', 'reject'] },
        ],
      },
    },
    detaching: {
      tags: 'busy',
      invoke: {
        src: 'detachLibrary',
        input: ({ context }) => ({ id: context.answers['library'] ?? '' }),
        onDone: { target: '#login.done', actions: notifies('detached') },
        onError: [sessionIsOver, { target: 'failed', actions: ['keepFailure', 'report'] }],
      },
    },
    failed: { meta: { step: 'login.failed' }, exit: 'clearFailure', on: { 'flow.retry': 'detaching', 'flow.back': 'asking' } },
  },
});
