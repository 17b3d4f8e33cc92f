import { mailRequest } from '../mail-request.js';

/** A reminder of the user ID by e-mail. */
export const reminder = mailRequest('recover.reminder', 'remindUserId', '#recover.reminder-sent');
