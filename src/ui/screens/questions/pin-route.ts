import { choiceScreen } from '../../parts/choice.js';
import { text } from '../../frame/layout.js';
import type { View } from '../../view.js';

export const pinRoute: View = (ui) =>
  choiceScreen(
    ui,
    'pinRoute',
    ui.t('register.pin-route.heading'),
    (['email', 'login'] as const).map((value) => ({
      value,
      label: ui.t(`register.pin-route.${value}`),
      hint: ui.t(`register.pin-route.${value}.hint`),
    })),
    text(ui.t('register.pin-route.text')),
  );
