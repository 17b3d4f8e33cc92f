import { html, type TemplateResult } from 'lit';
import type { Ui } from '../view.js';

/** What people call the provider. */
export function providerName(ui: Ui, id: string | null | undefined): string {
  const provider = ui.config.identity.providers[id ?? ''];
  const { adapter = '' } = provider ?? {};
  return adapter === 'mitid' ? 'MitID' : ui.localize(provider?.label) || (adapter === 'wayf' ? 'WAYF' : (id ?? ''));
}

/**
 * The way to an identity provider. MitID's is as MitID wants it: #0060e6, white, 48 px, radius 4 px, one of its five phrases; no part, so that no
 * style sheet of a host reaches it (docs.idura.app, "MitID button").
 */
export function providerButton(ui: Ui, id: string, at: number): TemplateResult {
  const mitId = ui.config.identity.providers[id]?.adapter === 'mitid';
  const begin = (): void => {
    if (!ui.busy) ui.send({ type: 'identity.chosen', provider: id });
  };
  const busy = ui.busy ? 'true' : 'false';
  return mitId
    ? html`<button type="button" class="mitid" data-action="identify" data-provider=${id} aria-disabled=${busy} @click=${begin}>
        ${ui.t('provider.mitid')}
      </button>`
    : html`<button
        type="button"
        class=${at === 0 ? 'primary' : 'secondary'}
        part=${at === 0 ? 'button button-primary' : 'button'}
        data-action="identify"
        data-provider=${id}
        aria-disabled=${busy}
        @click=${begin}
      >
        ${ui.localize(ui.config.identity.providers[id]?.label) || ui.t('provider.other', { provider: providerName(ui, id) })}
      </button>`;
}
