import { html, nothing, type TemplateResult } from 'lit';
import type { Ui } from '../view.js';
import { partOf } from './actions.js';

/** Of the package's own providers, which are fetched after the click. */
const NAMES: Readonly<Record<string, string>> = { wayf: 'WAYF', nemid: 'NemID' };

/** What people call the provider: as the configuration says, else as the provider itself. */
export function providerName(ui: Ui, id: string | null | undefined): string {
  const { adapter, label } = ui.config.identity.providers[id ?? ''] ?? {};
  return adapter === 'mitid' ? 'MitID' : ui.localize(label) || (NAMES[adapter ?? ''] ?? ui.nameOf(adapter ?? '') ?? id ?? '');
}

/**
 * The way to an identity provider. MitID's is as MitID wants it: #0060e6, white, 48 px, radius 4 px, one of its five phrases; no part, so that no
 * style sheet of a host reaches it (docs.idura.app, "MitID button").
 */
export function providerButton(ui: Ui, id: string, at: number): TemplateResult {
  const { adapter, label } = ui.config.identity.providers[id] ?? {};
  const mitId = adapter === 'mitid';
  const look = at === 0 ? 'primary' : 'secondary';
  return html`<button
    type="button"
    class=${mitId ? adapter : look}
    part=${mitId ? nothing : partOf(look)}
    data-action="identify"
    data-provider=${id}
    aria-disabled=${ui.busy}
    @click=${() => ui.busy || ui.send({ type: 'identity.chosen', provider: id })}
  >
    ${mitId ? ui.t('provider.mitid') : ui.localize(label) || ui.t('provider.other', { provider: providerName(ui, id) })}
  </button>`;
}
