import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

/** A text that changes while its screen stays, in nodes of its own each time: translators put theirs in the place of the old ones, which nobody sees any more. */
export const fresh = (text: unknown): TemplateResult => html`${keyed(text, html`${text}`)}`;
