import type { View } from '../../view.js';
import { mailSent } from './mail-sent.js';

export const reminderSent: View = (ui) => mailSent(ui);
