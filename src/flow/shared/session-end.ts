/** Where a session that ends before its form is sent leads: through the login again, with everything typed kept. */
export const expires = {
  target: '#left',
  actions: [
    { type: 'notify', params: { notice: 'session-expired' } },
    { type: 'reportRefusal', params: { code: 'session-expired' } },
    'forgetSession',
    { type: 'resumeAt', params: { step: 'register.identify' } },
  ],
} as const;

/** A screen that lives as long as its session, with a warning in good time. */
export const sessionTimes = {
  sessionWarning: { guard: 'hasSession', actions: { type: 'notify', params: { notice: 'session-ending' } } },
  sessionEnd: { guard: 'hasSession', ...expires },
} as const;
