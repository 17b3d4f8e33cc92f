import type { Contact } from '../../ports.js';
import type { FlowContext } from '../types.js';

const isEmpty = (value: string | undefined): boolean => value === undefined || value.trim() === '';

/** The contact data as the gateway wants them. */
export function contactOf({ draft, language, config }: FlowContext): Contact {
  const phone = config.register?.phone === 'hidden' || isEmpty(draft.phone) ? undefined : draft.phone;
  return {
    email: draft.email ?? '',
    ...(phone === undefined ? {} : { phone }),
    sms: phone !== undefined && config.register?.sms === true && draft.sms === true,
    branch: draft.branch ?? '',
    language,
  };
}

/** Where a session ends before its form is sent: through the login again, with everything typed kept. */
export const expires = {
  target: '#register.identify',
  actions: [{ type: 'notify', params: { notice: 'session-expired' } }, 'forgetSession'],
} as const;

/** A screen that lives as long as its session, with a warning in good time. */
export const sessionTimes = {
  sessionWarning: { actions: { type: 'notify', params: { notice: 'session-ending' } } },
  sessionEnd: expires,
} as const;
