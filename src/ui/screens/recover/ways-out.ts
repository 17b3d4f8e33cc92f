import { html, nothing, type TemplateResult } from 'lit';
import { action, actionLink, type ActionLook } from '../../frame/actions.js';
import { ending } from '../../frame/ending.js';
import { libraryContact, libraryName } from '../../frame/layout.js';
import type { Ui } from '../../view.js';

/** Back to where a detour started; nothing where there is no such place. */
export const comeBack = (ui: Ui, look: ActionLook = 'quiet'): TemplateResult | typeof nothing =>
  action(ui, 'return', { type: 'flow.return' }, ui.t('recover.return'), look);

/** Where an end leads: back to where a detour started, else to the library's own login, which is no answer yet where it is quiet. */
export function onwardWay(ui: Ui, look: ActionLook): TemplateResult | typeof nothing {
  const back = comeBack(ui, look === 'quiet' ? 'secondary' : look);
  const library = libraryName(ui);
  return back === nothing ? actionLink('login', ui.localize(ui.config.library.url), ui.t('register.done.next', { library }), look) : back;
}

/** The same, and starting over. */
export const onward = (ui: Ui, look: ActionLook = 'primary'): TemplateResult =>
  html`<div class="actions">
    ${onwardWay(ui, look)} ${action(ui, 'restart', { type: 'flow.restart' }, ui.t('action.restart'), 'quiet')}
  </div>`;

/** A screen that asks for something, with the ways out of it below. */
export const asking = (ui: Ui, question: TemplateResult): TemplateResult =>
  html`${question}
    <div class="actions">${comeBack(ui)}</div>
    ${libraryContact(ui)}`;

/** A screen that needs nothing more. */
export const recovered = (ui: Ui, title: string, content: unknown, look: ActionLook = 'primary'): TemplateResult =>
  ending(ui, title, content, { sign: 'arrived', ways: onwardWay(ui, look) });
