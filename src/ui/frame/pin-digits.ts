import { PIN_RULE } from '../../contracts/config.js';
import type { Ui } from '../view.js';

/** How many digits a PIN has at this library: `4` or `4–6`. */
export function pinDigits({ config }: Pick<Ui, 'config'>): string {
  const { minLength, maxLength } = config.register?.pin ?? PIN_RULE;
  return minLength === maxLength ? String(minLength) : `${minLength}–${maxLength}`;
}
