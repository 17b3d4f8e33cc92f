import { part } from '../part.setup.js';

/** Two questions, and the right way for their answers. Nothing here asks for a MitID user ID. */
export const mitid = part.createStateConfig({
  meta: { step: 'recover.mitid' },
  on: {
    'answers.changed': { actions: 'keepAnswers' },
    'form.submitted': [
      {
        guard: ({ context, event }) => event.errors.length === 0 && context.answers.document === 'foreign-no-cpr',
        target: '#recover.mitid-in-person',
        actions: { type: 'remember', params: { step: 'recover.mitid' } },
      },
      {
        guard: ({ context, event }) => event.errors.length === 0 && context.answers.app === 'yes',
        target: '#recover.mitid-app',
        actions: { type: 'remember', params: { step: 'recover.mitid' } },
      },
      { guard: 'isSound', target: '#recover.mitid-phone', actions: { type: 'remember', params: { step: 'recover.mitid' } } },
      { actions: ['keepErrors', 'reject'] },
    ],
  },
});

const otherWays = <S extends 'recover.mitid-app' | 'recover.mitid-phone' | 'recover.mitid-in-person'>(step: S) => ({
  'choice.submitted': (['app', 'phone', 'in-person'] as const).filter((way) => step !== `recover.mitid-${way}`).map((way) => ({
    guard: { type: 'isAnswer', params: { value: way } },
    target: `#recover.mitid-${way}`,
    actions: { type: 'remember', params: { step } },
  } as const)),
});

export const mitidApp = part.createStateConfig({
  meta: { step: 'recover.mitid-app' },
  entry: { type: 'complete', params: { outcome: 'referred' } },
  on: { ...otherWays('recover.mitid-app'), 'answers.changed': { actions: 'keepAnswers' } },
});

export const mitidPhone = part.createStateConfig({
  meta: { step: 'recover.mitid-phone' },
  entry: { type: 'complete', params: { outcome: 'referred' } },
  on: otherWays('recover.mitid-phone'),
});

export const mitidInPerson = part.createStateConfig({
  meta: { step: 'recover.mitid-in-person' },
  entry: { type: 'complete', params: { outcome: 'referred' } },
  on: otherWays('recover.mitid-in-person'),
});
