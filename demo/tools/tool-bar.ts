import { html, render, type TemplateResult } from 'lit';

const PAGES = [
  { href: './', label: 'Demo' },
  { href: 'builder.html', label: 'Builder' },
  { href: 'gallery.html', label: 'Gallery' },
  { href: 'chart.html', label: 'Statechart' },
] as const;

const bar = (here: string): TemplateResult =>
  html`<nav aria-label="Tools">
    <ul>
      ${PAGES.map(({ href, label }) => html`<li><a href=${href} aria-current=${href === here ? 'page' : 'false'}>${label}</a></li>`)}
    </ul>
  </nav>`;

/** Leads between the pages for developers. The page has a `<header class="bar">` for it. */
export function showToolBar(): void {
  const header = document.querySelector<HTMLElement>('header.bar');
  const here = location.pathname.slice(location.pathname.lastIndexOf('/') + 1);
  if (header) render(bar(here), header);
}
