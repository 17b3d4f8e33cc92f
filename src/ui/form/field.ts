import { html, nothing, type TemplateResult } from 'lit';
import type { Ui } from '../view.js';
import { errorOf, errorText } from './errors.js';
import { fresh } from '../frame/fresh.js';

/** What a control needs to belong to its label, hint and error. */
export interface Wiring {
  readonly invalid: boolean;
  /** Ids of hint and error, for `aria-describedby`. */
  readonly describedBy: string;
}

export interface FieldOptions {
  readonly name: string;
  readonly label: string;
  readonly hint?: unknown;
  readonly optional?: boolean;
  /** What stands below the control. */
  readonly after?: unknown;
}

/** The message at a field, or nothing. */
export function fieldError(ui: Ui, name: string): TemplateResult | typeof nothing {
  const error = errorOf(ui, name);
  return error
    ? html`<p class="error" part="error" id="${name}-error">
        <span class="visually-hidden">${ui.t('error.prefix')} </span>${fresh(errorText(ui, error))}
      </p>`
    : nothing;
}

export function wiringOf(ui: Ui, name: string, hint?: unknown): Wiring {
  const invalid = errorOf(ui, name) !== undefined;
  return { invalid, describedBy: [Boolean(hint) && `${name}-hint`, invalid && `${name}-error`].filter(Boolean).join(' ') };
}

/** Label, hint and error around a control whose id is the field's name. */
export function field(
  ui: Ui,
  { name, label, hint, optional, after }: FieldOptions,
  control: (wiring: Wiring) => TemplateResult,
): TemplateResult {
  const wiring = wiringOf(ui, name, hint);
  return html`<div class="field" part="field" ?data-invalid=${wiring.invalid}>
    <label part="label" for=${name}
      >${label}${optional ? [' ', html`<span class="muted">${ui.t('field.optional')}</span>`] : nothing}</label
    >
    ${hint ? html`<p class="hint" part="hint" id="${name}-hint">${hint}</p>` : nothing} ${fieldError(ui, name)} ${control(wiring)} ${after}
  </div>`;
}

export interface InputOptions extends FieldOptions {
  /** Not `email`: browsers rewrite what is typed there, and an address with a space before it could not be typed at all. */
  readonly type: 'text' | 'tel' | 'password';
  readonly value: string;
  readonly autocomplete: string;
  readonly inputmode?: 'numeric' | 'email' | 'tel';
  /** Beside the input, e.g. "show". */
  readonly beside?: unknown;
  readonly onInput?: (value: string) => void;
}

/** A line to type in. What is typed reaches the flow by the form's own listener, unless `onInput` takes it. */
export function inputField(ui: Ui, options: InputOptions): TemplateResult {
  const { name, type, value, autocomplete, inputmode, beside, onInput } = options;
  const take = (event: Event): void => onInput?.((event.currentTarget as HTMLInputElement).value);
  return field(
    ui,
    options,
    ({ invalid, describedBy }) =>
      html`<div class="control">
        <input
          part="input"
          id=${name}
          name=${name}
          type=${type}
          .value=${value}
          ?readonly=${ui.busy}
          autocomplete=${ui.publicComputer ? 'off' : autocomplete}
          inputmode=${inputmode ?? nothing}
          autocapitalize=${name.endsWith('Name') ? 'words' : 'none'}
          autocorrect="off"
          spellcheck="false"
          aria-invalid=${invalid ? 'true' : nothing}
          aria-describedby=${describedBy || nothing}
          @input=${take}
          @change=${take}
        />${beside}
      </div>`,
  );
}
