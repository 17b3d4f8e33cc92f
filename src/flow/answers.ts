import { assign } from 'xstate';
import { audiencesOf } from './audiences.js';
import { dictionary } from './shared/dictionary.js';
import type { Step } from './types.js';

/** What flows that ask questions decide by and do beyond what every flow does. */
export const questionDictionary = dictionary.extend({
  guards: {
    hasReturned: ({ context }) => context.returned !== null,
    cameFrom: ({ context }, { step }: { step: Step }) => context.trail.at(-1) === step,
    isAudience: ({ context, event }) =>
      event.type === 'choice.submitted' && audiencesOf(context.config).some(({ id }) => id === event.value),
    isAnswer: ({ event }, { value }: { value: string }) => event.type === 'choice.submitted' && event.value === value,
  },
  actions: {
    keepAnswers: assign(({ context, event }) =>
      event.type === 'answers.changed' ? { answers: { ...context.answers, ...event.values } } : {},
    ),
    keepAnswer: assign(({ context, event }) =>
      event.type === 'choice.submitted' && event.value !== null
        ? { answers: { ...context.answers, [event.name]: event.value }, errors: [] }
        : {},
    ),
    askForAnswer: assign(({ event }) => (event.type === 'choice.submitted' ? { errors: [{ field: event.name, code: 'required' }] } : {})),
  },
});

/** Where each answer to a question leads: to a screen of this machine, or out of it to the login. Without an answer, one is asked for. */
export const answersTo = (step: Step, targets: Record<string, `#${'questions' | 'recover'}.${string}` | 'login'>) => [
  ...Object.entries(targets).map(
    ([value, target]) =>
      ({
        guard: { type: 'isAnswer', params: { value } },
        target: target === 'login' ? '#left' : target,
        actions: [
          'keepAnswer',
          { type: 'remember', params: { step } },
          ...(target === 'login' ? [{ type: 'resumeAt', params: { step: 'register.identify' } } as const] : []),
        ],
      }) as const,
  ),
  { actions: ['askForAnswer', 'reject'] } as const,
];
