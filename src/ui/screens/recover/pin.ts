import { text } from '../../frame/layout.js';
import type { View } from '../../view.js';
import { route } from './route.js';

export const pin: View = (ui) => route(ui, 'recover.new-pin.heading', 'recover.identify.pin', text(ui.t('recover.pin.text')));
