import { requestsMail } from './requests-mail.js';

/** A PIN by e-mail. The user ID may be a CPR number, so it waits in the private holder. */
export const pinOrder = requestsMail('register.pin-order', 'orderPin', '#register.pin-ordered');
