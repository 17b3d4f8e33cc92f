import type { View } from '../../view.js';
import { mailRequest } from './mail-request.js';

export const pinReset: View = (ui) => mailRequest(ui, ui.t('recover.pin-reset.heading'));
