import { html, type TemplateResult } from 'lit';
import type { Ui } from '../view.js';
import { action, type ActionLook } from './actions.js';
import { libraryContact, screen } from './layout.js';

export interface EndingOptions {
  /** The way that most people want first, then the others. */
  readonly ways?: unknown;
  /** How the ways to the library look: a quiet line, or buttons where the library can help. */
  readonly contact?: ActionLook;
  /** Drawn where something has come to a good end. */
  readonly sign?: 'arrived';
}

/** How it ended, or why not. Always in this order: the reason, the ways on, the library, and starting over. */
export const ending = (ui: Ui, title: string, why: unknown, { ways, contact, sign }: EndingOptions = {}): TemplateResult =>
  screen(
    ui,
    title,
    html`${why}
      <div class="actions">${ways} ${action(ui, 'audience', { type: 'audience.change' }, ui.t('action.audience'))}</div>
      ${libraryContact(ui, contact)}
      <div class="actions">${action(ui, 'restart', { type: 'flow.restart' }, ui.t('action.restart'), 'quiet')}</div>`,
    sign,
  );
