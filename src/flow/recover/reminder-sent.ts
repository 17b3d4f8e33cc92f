import { recoverDictionary } from './dictionary.js';

/** A reminder is on its way, where the address is a patron's. */
export const reminderSent = recoverDictionary.createStateConfig({
  meta: { step: 'recover.reminder-sent' },
  tags: 'end',
  entry: { type: 'complete', params: { outcome: 'reminder-sent' } },
});
