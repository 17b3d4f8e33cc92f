import { parseEmail } from '../../domain/email.js';
import { isAllowedMailbox } from '../../domain/mailbox.js';
import type { FieldError } from '../types.js';

/** What is wrong with the address of a mailbox that has to be in one of exactly these domains. */
export function validateMailbox(email: string, domains: readonly string[]): FieldError[] {
  const result = parseEmail(email);
  const code = result.ok ? !isAllowedMailbox(email, domains) && 'domain' : result.code;
  return code ? [{ field: 'email', code }] : [];
}

/** What is wrong with a one-time code of `length` digits; whether it is the right one, only the library system knows. */
export const validateCode = (digits: string, length: number): FieldError[] =>
  digits.length === length ? [] : [{ field: 'code', code: 'length' }];
