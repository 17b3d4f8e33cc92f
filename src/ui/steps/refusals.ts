import { html } from 'lit';
import { audienceOf, minimumAgeOf } from '../../flow/audiences.js';
import { action, actionLink } from '../parts/actions.js';
import { ending } from '../parts/ending.js';
import { facts, forChildren, keyFor, libraryContact, libraryName, screen, text } from '../parts/screen.js';
import type { View } from '../view.js';
import { userIdText } from './done.js';

export const alreadyPatron: View = (ui) => {
  const { t } = ui;
  const library = libraryName(ui);
  return ending(
    ui,
    t('register.already-patron.heading'),
    html` ${text(t(keyFor(ui, 'register.already-patron.text'), { library }))}
    ${facts([[t('register.done.login'), t('register.already-patron.login', { userId: userIdText(ui, ui.facts.session?.patron.userId) })]])}`,
    html` ${actionLink('login', ui.localize(ui.config.library.url), t('register.done.next', { library }), 'primary')}
    ${action(ui, 'new-pin', { type: 'detour.new-pin' }, t('register.already-patron.new-pin'))}`,
  );
};

export const underAge: View = (ui) => {
  const { t } = ui;
  const age = minimumAgeOf(audienceOf(ui.facts));
  return ending(
    ui,
    age ? t('register.under-age.heading', { age }) : t('register.under-age.plain'),
    text(t(forChildren(ui) ? keyFor(ui, 'register.under-age.text') : 'register.under-age.ask')),
    action(ui, 'paper', { type: 'paper.chosen' }, t('register.under-age.paper')),
  );
};

export const blocked: View = (ui) => ending(ui, ui.t('register.blocked.heading'), text(ui.t('register.blocked.text')));

export const noRegistryData: View = (ui) =>
  ending(ui, ui.t('register.no-registry-data.heading'), text(ui.t('register.no-registry-data.text')));

export const notPermitted: View = (ui) => {
  const { t } = ui;
  return screen(
    ui,
    t('register.not-permitted.heading'),
    html`${text(t(`register.not-permitted.${ui.facts.refusal === 'mailbox-required' ? 'mailbox' : 'text'}`, { library: libraryName(ui) }))}
      <div class="actions">${action(ui, 'restart', { type: 'flow.restart' }, t('register.not-permitted.other'))}</div>
      ${libraryContact(ui)}`,
  );
};
