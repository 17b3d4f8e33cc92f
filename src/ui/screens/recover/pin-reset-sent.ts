import type { View } from '../../view.js';
import { mailSent } from './mail-sent.js';

export const pinResetSent: View = (ui) => mailSent(ui, ui.t('recover.sent.link'));
