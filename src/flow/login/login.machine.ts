import { assign } from 'xstate';
import { PURPOSES } from '../../contracts/login.js';
import { initialContext } from '../context.js';
import type { Step } from '../types.js';
import { arriving } from './arriving.js';
import { card } from './card.js';
import { deciding, profiling, unmade } from './deciding.js';
import { expires, knows, loginDictionary, loginOf } from './dictionary.js';
import { done, guestReady, linked } from './ends.js';
import { guest } from './guest.js';
import { again, identify, recalled, recalling } from './identify.js';
import { library, reading, unread } from './library.js';
import { attaching, belongsToProfile, linkOffer, linkRefused, unattached } from './link.js';
import { method } from './method.js';
import { myLibraries } from './my-libraries.js';
import { orderPin } from './order-pin.js';
import { blocked, unsupported } from './refused.js';

/** Screens that Back leads to, and which of them take a session: without it they lead to the card. */
const RETURNABLE = [
  'login.library',
  'login.method',
  'login.card',
  'login.guest',
  'login.unsupported',
  'login.link-offer',
  'login.belongs-to-profile',
  'login.my-libraries',
  'login.order-pin',
] as const satisfies readonly Step[];
const WITH_SESSION = ['login.link-offer', 'login.belongs-to-profile', 'login.my-libraries', 'login.order-pin'] as const;

/** Logs in with the patron's library or MitID: to stay logged in at the host, to order, or to say which libraries belong together. */
export const loginMachine = loginDictionary.createMachine({
  id: 'login',
  context: ({ input }) => {
    const context = initialContext(input);
    // The page's own library where it can't be searched for another.
    const only = context.config.login?.directory === false ? context.config.library.id : null;
    const { purpose, library } = loginOf(context);
    const fixed = library ?? only;
    return {
      ...context,
      // What a page writes may be anything.
      ...knows(context, { library: fixed, purpose: PURPOSES.includes(purpose) ? purpose : 'login' }),
      ...(fixed !== null && { answers: { ...context.answers, library: fixed } }),
    };
  },
  output: ({ context }) => context,
  initial: 'entering',
  on: {
    'language.changed': { actions: 'keepLanguage' },
    'session.lost': { guard: 'hasSession', ...expires },
    'flow.back': [
      ...WITH_SESSION.map(
        (step) =>
          ({
            guard: ({ context }: { context: { trail: Step[]; session: unknown } }) =>
              context.trail.at(-1) === step && context.session === null,
            target: '#login.again',
            actions: 'goBack',
          }) as const,
      ),
      ...RETURNABLE.map((step) => ({ guard: { type: 'cameFrom', params: { step } }, target: `#${step}`, actions: 'goBack' }) as const),
      { guard: 'hasTrail', target: '#left', actions: ['resumeAtLastStep', 'goBack'] },
    ],
    'flow.restart': { target: '#login.entering', actions: ['startOver', 'beginAgain', 'forget'] },
  },
  states: {
    entering: {
      always: [
        // Cancelled on the way to attaching: the card's session was in memory only, so it is asked for again.
        {
          guard: ({ context: { returned, answers } }) => returned?.outcome === 'refused' && answers['link'] === 'now',
          target: 'reading',
          actions: assign(({ context }) => ({
            notice: context.returned?.outcome === 'refused' ? context.returned.notice : null,
            returned: null,
            linkIntent: null,
            trail: context.trail.slice(0, context.trail.indexOf('login.card')),
            resumeAt: 'login.card' as const,
          })),
        },
        { guard: 'hasReturned', target: 'identify' },
        { guard: { type: 'resumesAt', params: { step: 'login.library' } }, target: 'library' },
        { guard: ({ context }) => context.answers['library'] !== undefined, target: 'reading' },
        { guard: { type: 'isFor', params: { purpose: 'libraries' } }, target: 'identify' },
        { target: 'library' },
      ],
    },
    library,
    reading,
    unread,
    arriving,
    method,
    card,
    deciding,
    profiling,
    unmade,
    'link-offer': linkOffer,
    identify,
    recalling,
    recalled,
    again,
    attaching,
    unattached,
    linked,
    'link-refused': linkRefused,
    'belongs-to-profile': belongsToProfile,
    guest,
    'guest-ready': guestReady,
    'order-pin': orderPin,
    'my-libraries': myLibraries,
    unsupported,
    blocked,
    done,
    broken: { meta: { step: 'login.failed' }, exit: 'clearFailure', on: { 'flow.retry': 'identify' } },
    left: { id: 'left', type: 'final' },
  },
});

export type LoginMachine = typeof loginMachine;
