import { choiceScreen } from '../../parts/choice.js';
import type { View } from '../../view.js';
import { asking } from './ways-out.js';

/** Each with what it is for: two different things are called "user ID". */
export const which: View = (ui) => {
  const { t } = ui;
  const options = (['mitid', 'library', 'pin'] as const).map((value) => ({
    value,
    label: t(`recover.which.${value}`),
    hint: t(`recover.which.${value}.hint`),
  }));
  return asking(ui, choiceScreen(ui, 'forgotten', t('recover.which.heading'), options));
};
