/** Where a session ends: through the login again. */
export const recoverExpires = {
  target: '#recover.identify',
  actions: [{ type: 'notify', params: { notice: 'session-expired' } }, { type: 'reportRefusal', params: { code: 'session-expired' } }, 'forgetSession'],
} as const;

/** Who can't be helped by this login, which ends: another one may do, and the notice says why. */
export const refusedAs = <N extends 'blocked' | 'not-a-patron' | 'not-permitted'>(notice: N) => ({
  target: '#recover.identify',
  actions: [{ type: 'notify', params: { notice } }, 'forgetSession', 'forget'],
} as const);

/** A screen that lives as long as its session, where it has one, with a warning in good time. */
export const recoverTimes = {
  sessionWarning: { guard: 'hasSession', actions: { type: 'notify', params: { notice: 'session-ending' } } },
  sessionEnd: { guard: 'hasSession', ...recoverExpires },
} as const;
