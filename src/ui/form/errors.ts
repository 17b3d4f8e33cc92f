import type { FieldError } from '../../flow/types.js';
import { pinDigits } from '../frame/pin-digits.js';
import type { Ui } from '../view.js';

/** The words for an error: the field's own, else those for the code, else a general one. The gateway may name codes nobody here knows. */
export function errorText(ui: Ui, { field, code }: FieldError): string {
  const key = [`error.${field}.${code}`, `error.${field}.invalid`, `error.${code}`].find((candidate) => ui.has(candidate));
  return ui.t(key !== undefined && ui.has(key) ? key : 'error.invalid', { digits: pinDigits(ui), field: ui.labels?.[field] ?? '' });
}

export const errorOf = ({ context, mailbox }: Ui, field: string): FieldError | undefined =>
  (mailbox?.errors ?? context.errors).find((error) => error.field === field);
