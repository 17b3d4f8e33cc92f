import { html, nothing } from 'lit';
import { action } from '../../frame/actions.js';
import { ending } from '../../frame/ending.js';
import { text } from '../../frame/layout.js';
import { termList } from '../../parts/term-list.js';
import { choiceScreen } from '../../parts/choice.js';
import type { View } from '../../view.js';
import { withLibrary } from './shown-library.js';
import { actions } from './ways.js';

/** Attach the library to a profile? What it gives, and what it changes, before the choice. */
export const linkOffer: View = (plain) => {
  const { ui } = withLibrary(plain);
  const { t } = ui;
  const options = (['now', 'later', 'never'] as const).map((value) => ({
    value,
    label: t(`login.link-offer.${value}`),
    hint: t(`login.link-offer.${value}.hint`),
  }));
  return choiceScreen(
    ui,
    'link',
    t('login.link-offer.heading'),
    options,
    html`${text(t('login.link-offer.text'))}
    ${termList([
      [
        t('login.link-offer.get'),
        html`<ul class="gets">
          ${t('login.link-offer.gets')
            .split('\n')
            .map((gain) => html`<li>${gain}</li>`)}
        </ul>`,
      ],
    ])}`,
  );
};

/** It could not be attached: why, and on without it. */
export const linkRefused: View = (plain) => {
  const { ui, login } = withLibrary(plain);
  const { t } = ui;
  const key = `login.link-refused.${login.reason}`;
  return ending(ui, t('login.link-refused.heading'), text(t(ui.has(key) ? key : 'login.link-refused.other')), {
    ways: action(ui, 'login', { type: 'flow.finish' }, t('login.link-refused.go-on'), 'primary'),
    contact: 'secondary',
  });
};

/** This card belongs to a profile: MitID, on without it, or take it out. */
export const belongsToProfile: View = (plain) => {
  const { ui, login } = withLibrary(plain);
  const { t } = ui;
  const options = (['mitid', 'without', 'detach'] as const).map((value) => ({
    value,
    label: t(value === 'mitid' ? 'provider.mitid' : `login.belongs.${value}`),
    hint: t(`login.belongs.${value}.hint`),
  }));
  const question = choiceScreen(ui, 'next', t('login.belongs.heading'), options, text(t('login.belongs.text')));
  return html`${question}
  ${
    login.confirming === null
      ? nothing
      : html`<div role="alert" class="notice" part="notice" data-tone="warning">
          <p>${t('login.belongs.confirm')}</p>
          ${actions(action(ui, 'remove', { type: 'flow.finish' }, t('login.belongs.confirmed')))}
        </div>`
  }`;
};
