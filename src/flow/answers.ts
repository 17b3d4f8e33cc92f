import type { Step } from './types.js';

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
