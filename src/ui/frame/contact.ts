import { html, nothing, type TemplateResult } from 'lit';
import { isSafeUrl } from '../../contracts/text.js';
import { partOf, type ActionLook } from './actions.js';
import type { PlainUi } from '../view.js';

/**
 * Who to ask: each way that the library has configured. A quiet line on most screens; where the library is the way on, in buttons, the first of which
 * looks as wanted.
 */
export function contact({ t, localize, contact: library }: PlainUi, look: ActionLook = 'quiet'): TemplateResult | typeof nothing {
  const { phone, email } = library ?? {};
  const url = localize(library?.url);
  let own = look;
  const link = (href: string, label: string): TemplateResult => {
    const way = html`<li><a part=${partOf(own)} class=${own} data-action="contact" href=${href}>${label}</a></li>`;
    if (own === 'primary') own = 'secondary';
    return way;
  };
  if (!phone && !email && !url) return nothing;
  return html`<div class="contact ${look}-contact">
    <h3 part="sub-heading">${t('contact.heading')}</h3>
    <ul>
      ${phone ? link(`tel:${phone.replace(/[^\d+]/g, '')}`, t('contact.call', { phone })) : nothing}
      ${email ? link(`mailto:${email}`, t('contact.write', { email })) : nothing}
      ${url && isSafeUrl(url) ? link(url, t('contact.visit')) : nothing}
    </ul>
  </div>`;
}
