import { html, nothing, type TemplateResult } from 'lit';
import { isSafeUrl } from '../../contracts/text.js';
import type { PlainUi } from '../view.js';

/** Who to ask: each way that the library has configured. */
export function contact({ t, localize, contact: library }: PlainUi): TemplateResult | typeof nothing {
  const { phone, email } = library ?? {};
  const url = localize(library?.url);
  const link = (href: string, label: string): TemplateResult =>
    html`<li><a part="link" class="quiet" data-action="contact" href=${href}>${label}</a></li>`;
  if (!phone && !email && !url) return nothing;
  return html`<div class="contact">
    <h3>${t('contact.heading')}</h3>
    <ul>
      ${phone ? link(`tel:${phone.replace(/[^\d+]/g, '')}`, t('contact.call', { phone })) : nothing}
      ${email ? link(`mailto:${email}`, t('contact.write', { email })) : nothing}
      ${url && isSafeUrl(url) ? link(url, t('contact.visit')) : nothing}
    </ul>
  </div>`;
}
