import { ending } from '../../frame/ending.js';
import { text } from '../../frame/layout.js';
import type { View } from '../../view.js';

/** No name and address came from the CPR register: the library can help at the desk. */
export const noRegistryData: View = (ui) =>
  ending(ui, ui.t('register.no-registry-data.heading'), text(ui.t('register.no-registry-data.text')), { contact: 'primary' });
