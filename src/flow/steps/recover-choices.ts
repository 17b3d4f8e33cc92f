import { part } from '../part.setup.js';

const answersTo = (step: 'recover.which' | 'recover.library' | 'recover.pin', targets: Record<string, string>) => [
  ...Object.entries(targets).map(([value, target]) => ({
    guard: { type: 'isAnswer', params: { value } },
    target: `#${target}`,
    actions: ['keepAnswer', { type: 'remember', params: { step } }],
  } as const)),
  { actions: ['askForAnswer', 'reject'] } as const,
];

export const which = part.createStateConfig({
  meta: { step: 'recover.which' },
  on: {
    'choice.submitted': answersTo('recover.which', { mitid: 'recover.mitid', library: 'recover.library', pin: 'recover.pin' }),
  },
});

export const library = part.createStateConfig({
  meta: { step: 'recover.library' },
  on: { 'choice.submitted': answersTo('recover.library', { login: 'recover.identify', email: 'recover.reminder' }) },
});

export const pin = part.createStateConfig({
  meta: { step: 'recover.pin' },
  on: { 'choice.submitted': answersTo('recover.pin', { login: 'recover.identify', email: 'recover.pin-reset' }) },
});
