import { html, nothing, type TemplateResult } from 'lit';
import { isSafeUrl } from '../../contracts/text.js';
import type { FlowEvent } from '../../flow/types.js';
import type { Ui } from '../view.js';

/** Values of `data-action`, which host pages and tests may rely on. */
export type ActionName =
  | 'back'
  | 'cancel'
  | 'retry'
  | 'identify'
  | 'forgot-user-id'
  | 'resend'
  | 'change'
  | 'paper'
  | 'print'
  | 'contact'
  | 'restart'
  | 'return'
  | 'new-pin'
  | 'login'
  | 'audience'
  | 'extend'
  | 'help'
  | 'card'
  | 'guest'
  | 'add'
  | 'remove'
  | 'forget'
  | 'more';
export type ActionLook = 'primary' | 'secondary' | 'quiet';

export const partOf = (look: ActionLook): string => (look === 'quiet' ? 'link' : look === 'primary' ? 'button button-primary' : 'button');

/** A button that sends an event; nothing where the flow doesn't take that event now, so that no button is ever dead. */
export function action(
  ui: Ui,
  name: ActionName,
  event: FlowEvent,
  label: string,
  look: ActionLook = 'secondary',
): TemplateResult | typeof nothing {
  return ui.can(event)
    ? html`<button type="button" class=${look} part=${partOf(look)} data-action=${name} @click=${() => ui.send(event)}>${label}</button>`
    : nothing;
}

/** A link that looks like an action; nothing without an address, or with one that is not safe to follow. */
export function actionLink(name: ActionName, href: string, label: string, look: ActionLook = 'secondary'): TemplateResult | typeof nothing {
  return href && isSafeUrl(href) ? html`<a class=${look} part=${partOf(look)} data-action=${name} href=${href}>${label}</a>` : nothing;
}
