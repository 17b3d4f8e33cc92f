import { html } from 'lit';
import { screen, text } from '../../frame/layout.js';
import { newTab } from '../../parts/new-tab.js';
import type { View } from '../../view.js';
import { about, hasNoCpr, otherWays } from './other-ways.js';
import { onward } from './ways-out.js';

/** MitID's page about identification and Citizen Service; of the Danish one only the door to its help is known. */
const IDENTIFICATION = {
  da: 'https://www.mitid.dk/hjaelp/hjaelpeunivers/',
  en: 'https://www.mitid.dk/en-gb/help/help-universe/mitid-and-documentation/',
};

export const mitidInPerson: View = (ui) => {
  const { t } = ui;
  return screen(
    ui,
    t('recover.ways.in-person'),
    html`${text(t(hasNoCpr(ui) ? 'recover.in-person.only' : 'recover.in-person.text'))}
      ${about(ui, 'recover.in-person.before', 'recover.in-person.bring', ...(hasNoCpr(ui) ? [] : (['recover.phone.asked'] as const)))}
      <p>${newTab(ui, IDENTIFICATION[ui.language], t('recover.in-person.link'), { look: 'primary' })}</p>
      ${otherWays(ui)} ${onward(ui, 'quiet')}`,
  );
};
