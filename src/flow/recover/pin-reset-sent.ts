import { dictionary } from '../shared/dictionary.js';

/** A link is on its way, where the address is a patron's. */
export const pinResetSent = dictionary.createStateConfig({
  meta: { step: 'recover.pin-reset-sent' },
  tags: 'end',
  entry: { type: 'complete', params: { outcome: 'reminder-sent' } },
});
