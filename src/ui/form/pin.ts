import { html, type TemplateResult } from 'lit';
import { PIN_RULE } from '../../contracts/config.js';
import { checkPin, isWeak, type PinProblem } from '../../domain/pin.js';
import type { Ui } from '../view.js';
import { pinDigits } from '../frame/pin-digits.js';
import { errorOf, errorText } from './errors.js';
import { fresh } from '../frame/fresh.js';
import { inputField } from './field.js';

/** The input keeps its caret and the flow hears nothing of it: what shows is no fact. */
function toggle(event: Event): void {
  const button = event.currentTarget as HTMLButtonElement;
  const input = (button.getRootNode() as Document | ShadowRoot).getElementById('pin') as HTMLInputElement | null;
  if (!input) return;
  input.type = input.type === 'password' ? 'text' : 'password';
  button.setAttribute('aria-pressed', String(input.type === 'text'));
}

/** What stands below the PIN, and is spoken: why it is easy to guess, before the form is sent, or that it is fine. */
function verdict(ui: Ui, problem: PinProblem | null): TemplateResult {
  const said = problem === null ? ui.t('field.pin.good') : isWeak(problem) ? errorText(ui, { field: 'pin', code: problem }) : '';
  // The ticks say it to the eye, and an error at the field to everybody.
  const silent = errorOf(ui, 'pin')?.code === problem;
  return html`<p id="pin-status" class=${problem === null ? 'visually-hidden' : 'advice'} role="status">${fresh(silent ? '' : said)}</p>`;
}

/** Shows and hides the PIN beside it. */
export const showButton = (ui: Ui): TemplateResult =>
  html`<button
    type="button"
    class="secondary"
    part="button"
    aria-pressed="false"
    aria-label=${ui.t('field.pin.show.label')}
    @click=${toggle}
  >
    ${ui.t('field.pin.show')}
  </button>`;

/** A new PIN, whose birth date it may not be. It lives in the secret holder only; the flow is told that something was typed, not what. */
export function pinField(
  ui: Ui,
  options: { label: string; hint: string; optional?: boolean },
  birthDate = ui.secrets.get('person')?.birthDate,
): TemplateResult {
  const value = ui.secrets.get('pin') ?? '';
  const problem = checkPin(value, ui.config.register?.pin ?? PIN_RULE, birthDate);
  const rule = (met: boolean, text: string): TemplateResult => html`<span class="rule" ?data-met=${met}>${text}</span>`;
  return inputField(ui, {
    ...options,
    hint: html`${options.hint} ${rule(problem === null || isWeak(problem), ui.t('field.pin.digits', { digits: pinDigits(ui) }))}
    ${rule(problem === null, ui.t('field.pin.unguessable'))}`,
    name: 'pin',
    type: 'password',
    inputmode: 'numeric',
    autocomplete: 'new-password',
    value,
    onInput: (pin) => {
      ui.secrets.set('pin', pin);
      ui.send({ type: 'draft.changed', values: {} });
    },
    beside: showButton(ui),
    after: verdict(ui, problem),
  });
}

export const pinHint = (ui: Ui): string => ui.t('field.pin.hint', { digits: pinDigits(ui) });
