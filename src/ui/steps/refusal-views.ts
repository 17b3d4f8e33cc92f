import type { Step } from '../../flow/types.js';
import type { View } from '../view.js';
import { alreadyPatron, blocked, noRegistryData, notPermitted, underAge } from './refusals.js';

/** Screens for who can't register; loaded when it turns out. */
export const views = {
  'register.already-patron': alreadyPatron,
  'register.under-age': underAge,
  'register.blocked': blocked,
  'register.no-registry-data': noRegistryData,
  'register.not-permitted': notPermitted,
} satisfies Partial<Record<Step, View>>;

export { styles } from './register-views.js';
