import { svg, html, type TemplateResult } from 'lit';

const PERSON = svg`<circle cx="12" cy="8" r="4" /><path d="M4 21a8 8 0 0 1 16 0" />`;
const ICONS: Readonly<Record<string, TemplateResult>> = {
  person: PERSON,
  child: svg`<circle cx="8" cy="6" r="3.5" /><path d="M1.5 21a6.5 6.5 0 0 1 13 0" /><circle cx="18" cy="12" r="2.5" /><path d="M14.5 21a4 4 0 0 1 8 0" />`,
  campus: svg`<path d="m1 9 11-5 11 5-11 5zM5 11v6q7 5 14 0v-6M22.5 9.5V17" />`,
  hospital: svg`<path d="M9 3h6v6h6v6h-6v6H9v-6H3V9h6z" />`,
  work: svg`<rect x="2" y="7" width="20" height="13" rx="2" /><path d="M8 7V4h8v3M2 13h20" />`,
};

/** A picture by its name, or that of the kind of audience. The words beside it say it all, so it is not read out. */
export const icon = (name: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${ICONS[name] ?? PERSON}</svg>`;
