import { html, type TemplateResult } from 'lit';
import type { Draft } from '../../contracts/transaction.js';
import { cleanInput } from '../../domain/clean-input.js';
import { partOf, type ActionLook } from '../frame/actions.js';
import { fresh } from '../frame/fresh.js';
import { errorSummary } from './error-summary.js';
import type { Ui } from '../view.js';

/** Controls whose value may leave the form for the flow's draft. A PIN or a CPR number is not among them; the branch comes by its own event. */
const KEPT: readonly string[] = ['email', 'phone', 'sms', 'terms', 'relation', 'liability'] satisfies (keyof Draft)[];

/** What the controls hold; `clean` where it is judged, and not while somebody is still typing. */
function draftOf(controls: Iterable<unknown>, clean = (typed: string): string => typed): Draft {
  const entries: [string, string | boolean][] = [];
  for (const control of controls) {
    if (!(control instanceof HTMLInputElement) || !KEPT.includes(control.name)) continue;
    if (control.type !== 'radio') entries.push([control.name, control.type === 'checkbox' ? control.checked : clean(control.value)]);
    else if (control.checked) entries.push([control.name, control.value]);
  }
  return Object.fromEntries(entries);
}

/** For a form's `input` events: keeps what was typed, where it may be kept. */
export const keepTyped =
  (ui: Ui) =>
  (event: Event): void => {
    const values = draftOf([event.target]);
    if (Object.keys(values).length > 0) ui.send({ type: 'draft.changed', values });
  };

/** What is meant by what a control of a form holds right now. */
export const controlOf = (element: HTMLFormElement, name: string): string => {
  const control = element.elements.namedItem(name);
  return control instanceof HTMLInputElement ? cleanInput(control.value) : '';
};

/** A PIN that was shown is hidden again: the form stays on the screen while it is being sent, and others may be looking. */
function hideAgain(element: HTMLFormElement): void {
  for (const button of element.querySelectorAll<HTMLElement>('[aria-pressed="true"]')) button.click();
}

export interface FormOptions {
  readonly content: unknown;
  /** Text of the one submit button, and what it says while a request is under way. */
  readonly submit: string;
  readonly busy?: string;
  /** Where something else is what most people came for. */
  readonly look?: ActionLook;
  /** Beside the submit button. */
  readonly beside?: unknown;
  /** `draft` is what the controls hold right now, which autofill may have put there without an event. */
  onSubmit(form: HTMLFormElement, draft: Draft): void;
}

/** A form that keeps what is typed, and is sent by Enter or its one button, never twice at a time, never by the browser itself. */
export function form(ui: Ui, { content, submit, busy, look = 'primary', beside, onSubmit }: FormOptions): TemplateResult {
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (ui.busy) return;
    const element = event.currentTarget as HTMLFormElement;
    hideAgain(element);
    onSubmit(element, draftOf(element.elements, cleanInput));
  };
  return html`${errorSummary(ui)}
    <form novalidate @submit=${send} @input=${keepTyped(ui)} @change=${keepTyped(ui)}>
      ${content}
      <div class="actions">
        <button type="submit" class=${look} part=${partOf(look)} aria-disabled=${ui.busy}>
          ${fresh(ui.busy ? (busy ?? ui.t('busy')) : submit)}
        </button>
        ${beside}
      </div>
    </form>`;
}
