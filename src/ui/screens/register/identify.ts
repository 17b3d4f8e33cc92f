import { html, nothing } from 'lit';
import { audienceOf, minimumAgeOf } from '../../../flow/audiences.js';
import type { MessageKey } from '../../../locales/messages.js';
import { action } from '../../frame/actions.js';
import { pinDigits } from '../../frame/pin-digits.js';
import { providerButton } from '../../frame/provider-button.js';
import { forChildren, isForResidents, keyFor, libraryContact, libraryName, screen, text } from '../../frame/layout.js';
import { termList } from '../../parts/term-list.js';
import type { View } from '../../view.js';

/** "Can I?" before logging in: what it takes, what one gets, what will be asked; then the way to the provider. */
export const identify: View = (ui) => {
  const { t, config } = ui;
  const audience = audienceOf(ui.context);
  const age = minimumAgeOf(audience);
  const isPossible = audience?.kind !== 'child' || ui.isOffered('for-child');
  const providers = isPossible ? (ui.identify?.providers ?? audience?.providers ?? []) : [];
  const hasMitId = providers.some((id) => config.identity.providers[id]?.adapter === 'mitid');
  const who = hasMitId ? (age ? 'mitid-age' : 'mitid') : age ? 'age' : 'login';
  const organization = config.identity.providers[providers[0] ?? '']?.homeOrganization;
  const values = { age, digits: pinDigits(ui), library: libraryName(ui), limit: (audience?.maximumAge ?? 17) + 1 };
  const say = (general: MessageKey): string => t(keyFor(ui, general), values);
  return screen(
    ui,
    say('register.identify.heading'),
    html`${text(say(`register.identify.who.${who}`))}
      <div class="actions">${providers.map((id, at) => providerButton(ui, id, at))}</div>
      <div class="actions">
        ${hasMitId ? action(ui, 'forgot-user-id', { type: 'detour.user-id' }, t('register.identify.forgot'), 'quiet') : nothing}
        ${action(ui, 'paper', { type: 'paper.chosen' }, t('register.under-age.paper'), 'quiet')}
      </div>
      ${termList([
        organization && [t('register.identify.organization'), organization],
        [t('register.identify.get'), say(isForResidents(ui) ? 'register.identify.get.municipality' : 'register.identify.get.all')],
        [t('register.identify.asked'), say('register.identify.asked.text')],
        [t('register.identify.time'), say('register.identify.time.text')],
      ])}
      ${age && audience?.kind !== 'child' ? html`<p part="text" class="muted">${t(forChildren(ui) ? 'register.identify.young' : 'register.identify.young.ask', { age })}</p>` : nothing}
      ${action(ui, 'audience', { type: 'audience.change' }, t('action.audience'), 'quiet')} ${libraryContact(ui)}`,
  );
};
