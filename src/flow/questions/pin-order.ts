import { mailRequest } from '../mail-request.js';

/** A PIN by e-mail. The user ID may be a CPR number, so it waits in the secret holder. */
export const pinOrder = mailRequest('register.pin-order', 'orderPin', '#questions.pin-ordered');
