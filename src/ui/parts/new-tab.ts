import { html, nothing, type TemplateResult } from 'lit';
import type { Ui } from '../view.js';
import { partOf, type ActionLook } from '../frame/actions.js';

/** A page of somebody else's, in a new tab: the screen stays where it is. `about` says of what, where the label alone doesn't. */
export const newTab = (
  { t }: Ui,
  href: string,
  label: string,
  { about = '', action, look = 'quiet' }: { about?: string; action?: 'map'; look?: ActionLook } = {},
): TemplateResult =>
  html`<a part=${partOf(look)} class=${look} data-action=${action ?? nothing} href=${href} target="_blank" rel="noopener"
    >${label}<span class="visually-hidden">${about} ${t('field.new-tab')}</span></a
  >`;
