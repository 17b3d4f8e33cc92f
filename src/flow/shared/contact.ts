import type { Contact } from '../../ports.js';
import type { FlowContext } from '../types.js';

const isEmpty = (value: string | undefined): boolean => value === undefined || value.trim() === '';

/** The contact data as the gateway wants them. */
export function contactOf({ draft, language, config }: FlowContext): Contact {
  const phone = config.register?.phone === 'hidden' || isEmpty(draft.phone) ? undefined : draft.phone;
  return {
    email: draft.email ?? '',
    ...(phone !== undefined && { phone }),
    sms: phone !== undefined && config.register?.sms === true && draft.sms === true,
    branch: draft.branch ?? '',
    language,
  };
}
