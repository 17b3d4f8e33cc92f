import { html, nothing, type TemplateResult } from 'lit';
import { audienceOf, audiencesOf } from '../../flow/audiences.js';
import type { MessageKey } from '../../locales/messages.js';
import type { Ui } from '../view.js';
import { action, type ActionLook } from './actions.js';
import { contact } from './contact.js';
import { way } from './way.js';
import { isLate, notice, noticeOf } from './notice.js';

/** The one heading of a screen; it gets focus when the screen appears, and is read with the notice. */
export const heading = (text: string, describedBy?: string, sign?: 'arrived'): TemplateResult =>
  html`<h2 part="heading" class=${sign ?? nothing} tabindex="-1" aria-describedby=${describedBy ?? nothing}>${text}</h2>`;

export const text = (content: unknown): TemplateResult => html`<p part="text">${content}</p>`;

/** What every screen of the flow has around its own content. With a drawn sign where something has come to a good end. */
export function screen(ui: Ui, title: string, content: unknown, sign?: 'arrived'): TemplateResult {
  const stations = way(ui);
  return html`${action(ui, 'back', { type: 'flow.back' }, ui.t('action.back'), 'quiet')} ${stations}
  ${heading(title, noticeOf(ui) ? 'notice' : stations && 'way', sign)} ${isLate(ui) ? [content, notice(ui)] : [notice(ui), content]}`;
}

/** A screen on which nothing can be done but wait. With the outline of a form, where one comes. */
export const waiting = (line: unknown, outline = false): TemplateResult =>
  html`<div class="waiting" part="progress"><span class="spinner" part="spinner" aria-hidden="true"></span>${text(line)}</div>
    ${outline ? html`<div class="outline"></div>` : nothing}`;

export const libraryContact = ({ t, localize, config }: Ui, look?: ActionLook): ReturnType<typeof contact> =>
  contact({ t, localize, contact: config.library.contact }, look);

/** The key of what is said to this kind of audience, where there is such a text; else the general one. */
export function keyFor({ context, has }: Ui, general: MessageKey): MessageKey {
  const own = `${general}.${audienceOf(context)?.kind}`;
  return has(own) ? own : general;
}

/** Whether a guardian can register a child here. */
export const forChildren = ({ config }: Ui): boolean => audiencesOf(config).some(({ kind }) => kind === 'child');

/** Whether e-materials are for the library's own municipality. Students and staff have theirs from the university. */
export const isForResidents = ({ config, context }: Ui): boolean =>
  config.library.municipality !== undefined && !['campus', 'hospital'].includes(audienceOf(context)?.kind ?? '');

export const libraryName = (ui: Ui): string => ui.localize(ui.config.library.name);
