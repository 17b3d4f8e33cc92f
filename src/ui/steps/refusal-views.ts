import type { Step } from '../../flow/types.js';
import type { View } from '../view.js';
import { group as register } from './register-views.js';
import { alreadyPatron, blocked, noRegistryData, notPermitted, underAge } from './refusals.js';

/** Screens for who can't register; loaded when it turns out. */
export const group = {
  views: {
    'register.already-patron': alreadyPatron,
    'register.under-age': underAge,
    'register.blocked': blocked,
    'register.no-registry-data': noRegistryData,
    'register.not-permitted': notPermitted,
  } satisfies Partial<Record<Step, View>>,
  styles: register.styles,
};
