import { mailRequest } from '../mail-request.js';

/** A link for a new PIN by e-mail. */
export const pinReset = mailRequest('recover.pin-reset', 'requestPinReset', '#recover.pin-reset-sent');
