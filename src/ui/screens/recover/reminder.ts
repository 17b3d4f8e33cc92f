import type { View } from '../../view.js';
import { mailRequest } from './mail-request.js';

export const reminder: View = (ui) => mailRequest(ui, ui.t('recover.reminder.heading'));
