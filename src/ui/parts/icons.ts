import { html, type TemplateResult } from 'lit';

const PERSON = 'M8 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0M4 21a8 8 0 0 1 16 0';
/** Lines on a square of 24. */
const ICONS: Readonly<Record<string, string>> = {
  child: 'M5 6a3 3 0 1 0 6 0a3 3 0 1 0-6 0M2 21a6 6 0 0 1 12 0M16 12a2 2 0 1 0 4 0a2 2 0 1 0-4 0m-2 9a4 4 0 0 1 8 0',
  campus: 'm1 9 11-5 11 5-11 5zm4 2v6q7 5 14 0v-6',
  hospital: 'M9 3h6v6h6v6h-6v6H9v-6H3V9h6z',
  work: 'M2 7h20v13H2zm6 0V4h8v3M2 13h20',
};

/** A picture by its name, or that of the kind of audience. The words beside it say it all, so it is not read out. */
export const icon = (name: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${ICONS[name] ?? PERSON} /></svg>`;
