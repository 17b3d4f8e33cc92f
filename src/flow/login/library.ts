import { assign } from 'xstate';
import { knows, loginDictionary, loginOf, remembers } from './dictionary.js';

/** Milliseconds without a key after which a search begins. */
const PAUSE = 150;

/** Which library: by search, page by page, or one that was used last; and MitID beside it all the time. */
export const library = loginDictionary.createStateConfig({
  meta: { step: 'login.library' },
  initial: 'opening',
  on: {
    'library.typed': {
      target: '.pausing',
      actions: assign(({ context, event }) => ({
        ...knows(context, { query: event.text, cursor: undefined, next: undefined }),
        errors: [],
      })),
    },
    'libraries.more': {
      guard: ({ context }) => context.login?.next !== undefined,
      target: '.searching',
      actions: assign(({ context }) => knows(context, { cursor: context.login?.next })),
    },
    'libraries.retry': { guard: ({ context }) => context.login?.searchFailed === true, target: '.searching' },
    'libraries.forget': {
      guard: ({ context }) => (context.login?.recent?.length ?? 0) > 0,
      target: '.forgetting',
    },
    'library.chosen': [
      // Found a moment ago: everything is known of it.
      {
        guard: ({ context, event }) => context.login?.found?.some(({ id }) => id === event.id) === true,
        target: '#login.arriving',
        actions: [
          {
            type: 'choose',
            params: ({ context, event }) => ({ library: context.login?.found?.find(({ id }) => id === event.id) ?? null }),
          },
          remembers('login.library'),
        ],
      },
      {
        guard: ({ context, event }) => context.login?.recent?.some(({ id }) => id === event.id) === true,
        target: '#login.reading',
        actions: [assign(({ context, event }) => ({ answers: { ...context.answers, library: event.id } })), remembers('login.library')],
      },
    ],
    'identity.chosen': {
      guard: ({ context }) => context.session === null,
      target: '#login.identify',
      actions: ['keepChosenProvider', 'forgetIntent', remembers('login.library')],
    },
    'form.submitted': { actions: ['keepErrors', 'reject'] },
    'register.chosen': {
      guard: ({ context }) => context.config.register !== undefined,
      target: '#left',
      actions: [remembers('login.library'), { type: 'resumeAt', params: { step: 'register.audience' } }],
    },
  },
  states: {
    opening: {
      invoke: {
        src: 'listRecent',
        onDone: { target: 'searching', actions: { type: 'know', params: ({ event }) => ({ recent: event.output }) } },
        onError: 'searching',
      },
    },
    // An answer to what was typed before is not waited for: this leaves the search, which drops it.
    pausing: { after: { [PAUSE]: 'searching' } },
    searching: {
      invoke: {
        src: 'findLibraries',
        input: ({ context }) => {
          const { query, purpose, cursor } = loginOf(context);
          return { text: query, purpose, cursor };
        },
        onDone: {
          target: 'found',
          actions: {
            type: 'know',
            params: ({ event: { output } }) => ({ found: output.libraries, next: output.next, searchFailed: false }),
          },
        },
        onError: { target: 'found', actions: ['keepFailure', 'report', { type: 'know', params: { searchFailed: true } }, 'clearFailure'] },
      },
    },
    found: {},
    forgetting: {
      invoke: { src: 'forgetRecent', onDone: { target: 'found', actions: { type: 'know', params: { recent: [] } } }, onError: 'found' },
    },
  },
});

/** Reads a library that is known by its number only: preselected, used last, or chosen before a reload. */
export const reading = loginDictionary.createStateConfig({
  meta: { step: 'login.checking' },
  tags: 'busy',
  invoke: {
    src: 'readLibrary',
    input: ({ context }) => ({ id: context.answers['library'] ?? '' }),
    onDone: { target: '#login.arriving', actions: { type: 'choose', params: ({ event }) => ({ library: event.output }) } },
    onError: [
      ...(['library-unknown', 'not-found'] as const).map(
        (code) =>
          ({
            guard: { type: 'hasFailedWith', params: { code } },
            target: '#login.library',
            actions: [
              { type: 'choose', params: { library: null } },
              { type: 'know', params: { library: null } },
              { type: 'notify', params: { notice: 'library-unknown' } },
              { type: 'reportRefusal', params: { code: 'library-unknown' } },
            ],
          }) as const,
      ),
      { target: '#login.unread', actions: ['keepFailure', 'report'] },
    ],
  },
});

/** The library could not be read. */
export const unread = loginDictionary.createStateConfig({
  meta: { step: 'login.failed' },
  exit: 'clearFailure',
  on: { 'flow.retry': '#login.reading', 'library.change': { guard: ({ context }) => !context.login?.library, target: '#login.library' } },
});
