import { html, nothing } from 'lit';
import { audienceOf, minimumAgeOf } from '../../flow/audiences.js';
import { action } from '../parts/actions.js';
import { pinDigits } from '../parts/errors.js';
import { providerButton } from '../parts/provider-button.js';
import { facts, libraryContact, libraryName, screen } from '../parts/screen.js';
import type { View } from '../view.js';

/** "Can I?" before logging in: what it takes, what one gets, what will be asked; then the way to the provider. */
export const identify: View = (ui) => {
  const { t, config } = ui;
  const audience = audienceOf(ui.facts);
  const age = minimumAgeOf(audience);
  const providers = ui.identify?.providers ?? audience?.providers ?? [];
  const hasMitId = providers.some((id) => config.identity.providers[id]?.adapter === 'mitid');
  const who = hasMitId ? (age ? 'mitid-age' : 'mitid') : age ? 'age' : 'login';
  return screen(
    ui,
    t('register.identify.heading', { library: libraryName(ui) }),
    html` ${facts([
        [t('register.identify.who'), t(`register.identify.who.${who}`, { age })],
        [t('register.identify.get'), t(config.library.municipality ? 'register.identify.get.municipality' : 'register.identify.get.all')],
        [t('register.identify.asked'), t('register.identify.asked.text', { digits: pinDigits(ui) })],
        [t('register.identify.time'), t('register.identify.time.text')],
      ])}
      <div class="actions">
        ${providers.map((id, at) => providerButton(ui, id, at))}
        ${hasMitId ? action(ui, 'forgot-user-id', { type: 'detour.user-id' }, t('register.identify.forgot'), 'quiet') : nothing}
      </div>
      ${age ? html`<p part="text" class="muted">${t('register.identify.young', { age })}</p>` : nothing}
      ${action(ui, 'audience', { type: 'audience.change' }, t('action.audience'), 'quiet')} ${libraryContact(ui)}`,
  );
};
