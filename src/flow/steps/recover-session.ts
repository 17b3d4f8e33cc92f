/** Where a session ends: through the login again. */
export const recoverExpires = {
  target: '#recover.identify',
  actions: [{ type: 'notify', params: { notice: 'session-expired' } }, 'forgetSession'],
} as const;

/** A screen that lives as long as its session, where it has one, with a warning in good time. */
export const recoverTimes = {
  sessionWarning: { guard: 'hasSession', actions: { type: 'notify', params: { notice: 'session-ending' } } },
  sessionEnd: { guard: 'hasSession', ...recoverExpires },
} as const;
