import { html, nothing, type TemplateResult } from 'lit';
import { actionLink } from '../../frame/actions.js';
import { ending } from '../../frame/ending.js';
import { libraryName, text, waiting } from '../../frame/layout.js';
import type { Ui, View } from '../../view.js';
import { withLibrary } from './shown-library.js';

/** Where the host has no page of its own to go on to, the library's. */
const onward = (ui: Ui): TemplateResult | typeof nothing =>
  ui.busy || ['post', 'cookie'].includes(ui.config.login?.handover?.mode ?? 'none')
    ? nothing
    : actionLink('login', ui.localize(ui.config.library.url), ui.t('action.library', { library: libraryName(ui) }), 'primary');

const moving = (ui: Ui): TemplateResult | typeof nothing =>
  ui.busy || ui.config.login?.handover?.mode === 'post' ? waiting(ui.t('login.done.moving')) : nothing;

export const done: View = (plain) => {
  const { ui, login, library } = withLibrary(plain);
  const { t, context } = ui;
  const changed = login.outcome === 'libraries-changed' || login.purpose === 'libraries';
  const linked = context.session?.profile?.status === 'linked' || context.session?.method === 'eid';
  return ending(
    ui,
    t(changed ? 'login.done.libraries' : 'login.done.heading'),
    html`${library && !changed ? text(t('login.done.text')) : nothing} ${linked ? text(t('login.done.profile')) : nothing} ${moving(ui)}`,
    { sign: 'arrived', ways: onward(ui) },
  );
};

export const linked: View = (plain) => {
  const { ui } = withLibrary(plain);
  return ending(ui, ui.t('login.linked.heading'), html`${text(ui.t('login.linked.text'))} ${moving(ui)}`, {
    sign: 'arrived',
    ways: onward(ui),
  });
};
