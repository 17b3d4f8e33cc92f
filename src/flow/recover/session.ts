/** Where a session that ends leads: through the login again. */
export const expires = {
  target: '#recover.identify',
  actions: [
    { type: 'notify', params: { notice: 'session-expired' } },
    { type: 'reportRefusal', params: { code: 'session-expired' } },
    'forgetSession',
  ],
} as const;

/** Where somebody leads whom this login can't help. It ends: another one may do, and the notice says why. */
export const refusedAs = <N extends 'blocked' | 'not-a-patron' | 'not-permitted'>(notice: N) =>
  ({
    target: '#recover.identify',
    actions: [{ type: 'notify', params: { notice } }, 'forgetSession', 'forget'],
  }) as const;

/** A screen that lives as long as its session, where it has one, with a warning in good time. */
export const sessionTimes = {
  sessionWarning: { guard: 'hasSession', actions: { type: 'notify', params: { notice: 'session-ending' } } },
  sessionEnd: { guard: 'hasSession', ...expires },
} as const;
