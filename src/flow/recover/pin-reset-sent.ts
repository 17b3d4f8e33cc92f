import { recoverDictionary } from './dictionary.js';

/** A link is on its way, where the address is a patron's. */
export const pinResetSent = recoverDictionary.createStateConfig({
  meta: { step: 'recover.pin-reset-sent' },
  tags: 'end',
  entry: { type: 'complete', params: { outcome: 'reminder-sent' } },
});
