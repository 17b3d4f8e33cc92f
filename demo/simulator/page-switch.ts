import { html, type TemplateResult } from 'lit';
import { isSiteName, SITES, type Site } from '../site/site.js';
import type { SimulatorTexts } from './texts.js';

/** The demo's pages: both libraries, the catalogue, and what this library has for those who have forgotten something. */
export function pageSwitch(texts: SimulatorTexts): TemplateResult {
  const { site, page } = document.documentElement.dataset;
  const here = isSiteName(site) ? site : 'copenhagen';
  const { copenhagen, au, catalogue } = SITES;
  const { recover }: Site['pages'] = SITES[here].pages;
  const entries = [
    { href: copenhagen.pages.register.href, label: 'København', current: here === 'copenhagen' && page === 'register' },
    { href: au.pages.register.href, label: 'AU Library', current: here === 'au' && page === 'register' },
    { href: catalogue.pages.login.href, label: texts.login, current: page === 'login' },
    ...(recover ? [{ href: recover.href, label: texts.recover, current: page === 'recover' }] : []),
    { href: 'builder.html', label: texts.tools, current: false },
  ];
  return html`<nav class="pages" aria-label=${texts.pages}>
    <ul>
      ${entries.map(({ href, label, current }) => html`<li><a href=${href} aria-current=${current ? 'page' : 'false'}>${label}</a></li>`)}
    </ul>
  </nav>`;
}
