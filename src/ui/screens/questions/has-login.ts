import { choiceScreen, yesOrNo } from '../../parts/choice.js';
import type { View } from '../../view.js';

export const hasLogin: View = (ui) =>
  choiceScreen(ui, 'hasLogin', ui.t('register.has-login.heading'), yesOrNo(ui, { no: ui.t('register.has-login.no') }));
