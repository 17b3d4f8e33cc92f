import { part } from '../part.setup.js';
import { requestsMail } from './requests-mail.js';

/** A reminder of the user ID by e-mail. */
export const reminder = requestsMail('recover.reminder', 'remindUserId', '#recover.reminder-sent');

/** A link for a new PIN by e-mail. */
export const pinReset = requestsMail('recover.pin-reset', 'requestPinReset', '#recover.pin-reset-sent');

export const reminderSent = part.createStateConfig({
  meta: { step: 'recover.reminder-sent' },
  tags: 'end',
  entry: { type: 'complete', params: { outcome: 'reminder-sent' } },
});

export const pinResetSent = part.createStateConfig({
  meta: { step: 'recover.pin-reset-sent' },
  tags: 'end',
  entry: { type: 'complete', params: { outcome: 'reminder-sent' } },
});
