import type { Step } from '../types.js';

/** Where each answer to a question leads: to a screen, or out of this part to the login. No answer is asked for. */
export const answersTo = (step: Step, targets: Record<string, `#${Step}` | 'login'>) => [
  ...Object.entries(targets).map(([value, target]) => ({
    guard: { type: 'isAnswer', params: { value } },
    target: target === 'login' ? '#register.left' : target,
    actions: [
      'keepAnswer',
      { type: 'remember', params: { step } },
      ...(target === 'login' ? [{ type: 'leaveTo', params: { place: 'identify' } } as const] : []),
    ],
  } as const)),
  { actions: ['askForAnswer', 'reject'] } as const,
];
