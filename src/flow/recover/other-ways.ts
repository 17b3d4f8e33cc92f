const WAYS = ['app', 'phone', 'in-person'] as const;

/** The other ways to a MitID user ID, from one of them. */
export const otherWays = <S extends `recover.mitid-${(typeof WAYS)[number]}`>(step: S) => ({
  'choice.submitted': WAYS.filter((way) => step !== `recover.mitid-${way}`).map(
    (way) =>
      ({
        guard: { type: 'isAnswer', params: { value: way } },
        target: `#recover.mitid-${way}`,
        actions: { type: 'remember', params: { step } },
      }) as const,
  ),
});
