import { choiceScreen, yesOrNo } from '../../parts/choice.js';
import type { View } from '../../view.js';

export const hasCpr: View = (ui) =>
  choiceScreen(ui, 'hasCpr', ui.t('register.has-cpr.heading'), yesOrNo(ui, { no: ui.t('register.has-cpr.no') }));
