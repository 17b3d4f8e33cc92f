import { PIN_RULE, type SignupConfig } from '../../contracts/config.js';
import type { Draft } from '../../contracts/transaction.js';
import { parseEmail } from '../../domain/email.js';
import { parsePhone } from '../../domain/phone.js';
import { checkPin, isWeak } from '../../domain/pin.js';
import type { FieldError } from '../types.js';

/** Kept out of the draft, and read only while checking. */
export interface DetailsSecrets {
  readonly pin?: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string;
}

export type Check = (
  values: Draft,
  secrets: DetailsSecrets,
  config: SignupConfig,
  branches: readonly { id: string }[],
) => string | null | false | undefined;

/** In the order of the form, which is the order of the error summary. Each answers with a code, or nothing. */
export const checks: Record<'email' | 'phone' | 'branch' | 'pin' | 'terms', Check> = {
  email: ({ email = '' }) => codeOf(parseEmail(email)),
  phone: ({ phone = '', sms }, _, { register }) => {
    if (register?.phone === 'hidden') return null;
    // Text messages need a number to go to.
    const needed = register?.phone === 'required' || (sms === true && register?.sms !== false);
    return phone.trim() === '' ? needed && 'required' : codeOf(parsePhone(phone));
  },
  branch: ({ branch }, _, __, branches) => (!branch ? 'required' : !branches.some(({ id }) => id === branch) && 'unknown'),
  pin: (_, { pin = '', birthDate }, { register }) => {
    const rule = register?.pin ?? PIN_RULE;
    const code = checkPin(pin, rule, birthDate);
    return code && !(isWeak(code) && rule.weak === 'advise') && code;
  },
  terms: ({ terms }, _, { register }) => register?.terms && terms !== true && 'required',
};

const codeOf = (result: { ok: true } | { ok: false; code: string }): string | null => (result.ok ? null : result.code);

type Field = keyof typeof checks;

function errorsOf(
  fields: readonly Field[],
  values: Draft,
  secrets: DetailsSecrets,
  config: SignupConfig,
  branches: readonly { id: string }[] = [],
): FieldError[] {
  return fields.flatMap((field) => {
    const code = checks[field](values, secrets, config, branches);
    return code ? [{ field, code }] : [];
  });
}

/** What is wrong with the details of a registration; empty when everything is right. `branches` are the ones to choose from. */
export const validateDetails = (
  values: Draft,
  secrets: DetailsSecrets,
  config: SignupConfig,
  branches?: readonly { id: string }[],
): FieldError[] => errorsOf(Object.keys(checks) as Field[], values, secrets, config, branches);

/** What is wrong with an e-mail address that is all a form asks for. */
export const validateEmail = (values: Draft, config: SignupConfig): FieldError[] => errorsOf(['email'], values, {}, config);

/** What is wrong with a new PIN: the rules of the registration. */
export const validateNewPin = (secrets: DetailsSecrets, config: SignupConfig): FieldError[] => errorsOf(['pin'], {}, secrets, config);
