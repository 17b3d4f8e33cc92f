import { html, type TemplateResult } from 'lit';
import type { Ui } from '../view.js';
import { action } from './actions.js';
import { libraryContact, screen } from './layout.js';

/** How it ended, or why not, and the ways on. Where the screen has none of its own, the library is the way on and comes first. */
export function ending(ui: Ui, title: string, why: unknown, ways?: unknown): TemplateResult {
  const actions = html`<div class="actions">
    ${ways} ${action(ui, 'audience', { type: 'audience.change' }, ui.t('action.audience'))}
    ${action(ui, 'restart', { type: 'flow.restart' }, ui.t('action.restart'), 'quiet')}
  </div>`;
  const people = libraryContact(ui);
  return screen(ui, title, [why, ways ? [actions, people] : [people, actions]]);
}
