import { choiceScreen, yesOrNo } from '../../parts/choice.js';
import type { View } from '../../view.js';

export const needsLoans: View = (ui) =>
  choiceScreen(ui, 'needsLoans', ui.t('register.needs-loans.heading'), yesOrNo(ui, { no: ui.t('register.needs-loans.no') }));
