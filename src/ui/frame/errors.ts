import { PIN_RULE } from '../../contracts/config.js';
import type { FieldError } from '../../flow/types.js';
import type { Ui } from '../view.js';

/** How many digits a PIN has at this library: `4` or `4–6`. */
export function pinDigits({ config }: Pick<Ui, 'config'>): string {
  const { minLength, maxLength } = config.register?.pin ?? PIN_RULE;
  return minLength === maxLength ? String(minLength) : `${minLength}–${maxLength}`;
}

/** The words for an error: the field's own, else those for the code, else a general one. The gateway may name codes nobody here knows. */
export function errorText(ui: Ui, { field, code }: FieldError): string {
  const key = [`error.${field}.${code}`, `error.${field}.invalid`, `error.${code}`].find((candidate) => ui.has(candidate));
  return ui.t(key !== undefined && ui.has(key) ? key : 'error.invalid', { digits: pinDigits(ui), field: ui.labels?.[field] ?? '' });
}

export const errorOf = ({ context, mailbox }: Ui, field: string): FieldError | undefined =>
  (mailbox?.errors ?? context.errors).find((error) => error.field === field);
