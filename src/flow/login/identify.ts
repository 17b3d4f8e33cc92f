import { assign } from 'xstate';
import { identifyInput } from '../identify/identify.machine.js';
import { loginDictionary, loginOf } from './dictionary.js';
import { cardProvider, eidProviders } from './policy.js';

/** MitID; or the library's own login at login.bib.dk, where that is what was chosen. */
export const identify = loginDictionary.createStateConfig({
  meta: { step: 'login.identify' },
  entry: { type: 'resumeAt', params: { step: null } },
  invoke: {
    id: 'identify',
    src: 'identify',
    input: ({ context }) => {
      const { provider } = loginOf(context);
      const offered = eidProviders(context);
      const byCard =
        provider !== null && provider === (context.returned?.provider ?? provider) && provider === cardProvider(context.config);
      return {
        ...identifyInput(context, 'login.identify', byCard ? { ...offered, providers: [provider] } : offered),
        chosen: provider,
      };
    },
    onDone: [
      {
        guard: ({ event }) => 'refusal' in event.output && event.output.refusal === 'blocked',
        target: 'blocked',
        actions: { type: 'reportRefusal', params: { code: 'blocked' } },
      },
      {
        guard: ({ event }) => 'refusal' in event.output,
        target: 'identify',
        reenter: true,
        actions: [assign({ returned: null }), { type: 'notify', params: { notice: 'not-permitted' } }],
      },
      {
        target: 'recalling',
        actions: assign(({ event: { output } }) => ({ session: 'session' in output ? output.session : null, notice: null })),
      },
    ],
    onError: { target: 'broken', actions: ['keepFailure', 'report'] },
  },
  exit: [assign({ returned: null }), { type: 'know', params: { provider: null } }],
});

/** The page has been loaded anew meanwhile, and knows only the number of the library that was chosen. */
export const recalling = loginDictionary.createStateConfig({
  always: [
    { guard: ({ context }) => context.answers['library'] !== undefined && !context.login?.chosen, target: 'recalled' },
    { target: 'deciding' },
  ],
});
export const recalled = loginDictionary.createStateConfig({
  meta: { step: 'login.checking' },
  tags: 'busy',
  invoke: {
    src: 'readLibrary',
    input: ({ context }) => ({ id: context.answers['library'] ?? '' }),
    onDone: { target: '#login.deciding', actions: { type: 'choose', params: ({ event }) => ({ library: event.output }) } },
    // Its name is missed, and nothing else.
    onError: '#login.deciding',
  },
});

/** Without the session it took: to the card again, or to where one logs in. */
export const again = loginDictionary.createStateConfig({
  always: [
    { guard: ({ context }) => context.login?.chosen?.policy.login === true && context.answers['library'] !== undefined, target: 'card' },
    { guard: { type: 'isFor', params: { purpose: 'libraries' } }, target: 'identify' },
    { target: 'library' },
  ],
});
