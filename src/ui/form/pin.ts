import { html, type TemplateResult } from 'lit';
import { PIN_RULE } from '../../contracts/config.js';
import { checkPin, isWeak } from '../../domain/pin.js';
import type { Ui } from '../view.js';
import { errorOf, errorText, pinDigits } from '../frame/errors.js';
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

/** Advice while typing: a code that is easy to guess says so before the form is sent. */
function advice(ui: Ui, pin: string, birthDate: string | undefined): string {
  const rule = ui.config.register?.pin ?? PIN_RULE;
  const code = checkPin(pin, rule, birthDate);
  return code && isWeak(code) && errorOf(ui, 'pin')?.code !== code ? errorText(ui, { field: 'pin', code }) : '';
}

/** A new PIN, whose birth date it may not be. It lives in the secret holder only; the flow is told that something was typed, not what. */
export function pinField(
  ui: Ui,
  options: { label: string; hint: string; optional?: boolean },
  birthDate = ui.secrets.get('person')?.birthDate,
): TemplateResult {
  const value = ui.secrets.get('pin') ?? '';
  return inputField(ui, {
    ...options,
    name: 'pin',
    type: 'password',
    inputmode: 'numeric',
    autocomplete: 'new-password',
    value,
    onInput: (pin) => {
      ui.secrets.set('pin', pin);
      ui.send({ type: 'draft.changed', values: {} });
    },
    beside: html`<button
      type="button"
      class="secondary"
      part="button"
      aria-pressed="false"
      aria-label=${ui.t('field.pin.show.label')}
      @click=${toggle}
    >
      ${ui.t('field.pin.show')}
    </button>`,
    after: html`<p class="advice" role="status">${fresh(advice(ui, value, birthDate))}</p>`,
  });
}

export const pinHint = (ui: Ui): string => ui.t('field.pin.hint', { digits: pinDigits(ui) });
