import type { GuestField, GuestFieldName, Library } from '../../contracts/directory.js';
import { readUserId } from '../../domain/card-login.js';
import { cleanInput } from '../../domain/clean-input.js';
import { parseCpr } from '../../domain/cpr.js';
import { parseEmail } from '../../domain/email.js';
import type { FieldError } from '../types.js';

/** Whether the library's PIN is digits only, as it is at most of them. */
export const hasDigitPin = ({ pin }: Pick<Library, 'pin'>): boolean => pin?.digits !== false;

/** A PIN as it is meant: digits without what came along when they were pasted; anything else as it was typed. */
export const pinOf = (library: Pick<Library, 'pin'>, typed: string): string => (hasDigitPin(library) ? cleanInput(typed) : typed);

/** What is wrong with the PIN of a library: only what can't be one, as an old PIN may break today's rule. */
export function pinErrors(library: Pick<Library, 'pin'>, pin: string): FieldError[] {
  if (pin === '') return [{ field: 'pin', code: 'missing' }];
  return hasDigitPin(library) && !/^[0-9]+$/.test(pin) ? [{ field: 'pin', code: 'digits' }] : [];
}

/** What is wrong with user ID and PIN. */
export function cardErrors(library: Pick<Library, 'pin' | 'userIds'>, userId: string, pin: string): FieldError[] {
  const result = readUserId(userId, library.userIds);
  return [...(result.ok ? [] : [{ field: 'userId', code: result.code }]), ...pinErrors(library, pin)];
}

/** Fields that say who one is; a library gets exactly one of them. */
export const ID_FIELDS: readonly GuestFieldName[] = ['cpr', 'userId', 'barcode', 'cardno', 'customId'];

/** What the form asks for: the library's fields in its order, with one kind of ID. */
export function guestFields(fields: readonly GuestField[], kind: string | undefined): GuestField[] {
  const ids = fields.filter(({ name }) => ID_FIELDS.includes(name));
  const chosen = ids.find(({ name }) => name === kind) ?? ids.find(({ required }) => required) ?? ids[0];
  return (
    fields
      .filter((field) => !ids.includes(field) || field === chosen)
      // Without it nobody knows whose order it is.
      .map((field) => (field === chosen ? { ...field, required: true } : field))
  );
}

/** What is wrong with a guest's fields. */
export function guestErrors(fields: readonly GuestField[], values: Readonly<Record<string, string>>): FieldError[] {
  return fields.flatMap(({ name, required }) => {
    const value = cleanInput(values[name] ?? '');
    if (value === '') return required ? [{ field: name, code: 'missing' }] : [];
    if (name === 'cpr' && !parseCpr(value).ok) return [{ field: name, code: 'invalid' }];
    if (name === 'userMail' && !parseEmail(value).ok) return [{ field: name, code: 'email.invalid' }];
    return [];
  });
}
