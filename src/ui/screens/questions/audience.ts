import { audiencesOf } from '../../../flow/audiences.js';
import { choiceScreen } from '../../parts/choice.js';
import { icon } from '../../parts/icons.js';
import type { View } from '../../view.js';

export const audience: View = (ui) =>
  choiceScreen(
    ui,
    'audience',
    ui.t('register.audience.heading'),
    audiencesOf(ui.config)
      .filter(({ kind, paper }) => paper || ui.isOffered(`for-${kind}`))
      .map((one) => ({
        value: one.id,
        label: ui.localize(one.label) || ui.t(`audience.${one.kind}`),
        icon: icon(one.icon ?? one.kind),
        hint: ui.localize(one.description) || ui.t(`audience.${one.kind}.hint`),
      })),
  );
