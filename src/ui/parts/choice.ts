import { html, nothing, type TemplateResult } from 'lit';
import type { Ui } from '../view.js';
import { form } from '../form/form.js';
import { fieldError, wiringOf } from '../form/field.js';
import { screen } from '../frame/layout.js';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Drawn beside the words, which say it all. */
  readonly icon?: TemplateResult;
}

/** A radio group. The first radio bears the group's name as id, so that the error summary can lead to it. The legend shows where it isn't the heading. */
export function choice(
  ui: Ui,
  name: string,
  legend: string,
  options: readonly ChoiceOption[],
  value: string | undefined,
  legendClass = 'visually-hidden',
): TemplateResult {
  const { invalid, describedBy } = wiringOf(ui, name);
  return html`<fieldset class="field" part="choice" ?data-invalid=${invalid} aria-describedby=${describedBy || nothing}>
    <legend class=${legendClass}>${legend}</legend>
    ${fieldError(ui, name)}
    ${options.map((option, at) => {
      const id = at === 0 ? name : `${name}-${option.value}`;
      return html`<div class="option" part="option">
        <input
          part="radio"
          type="radio"
          id=${id}
          name=${name}
          value=${option.value}
          .checked=${option.value === value}
          aria-describedby=${option.hint ? `${name}-${at}-hint` : nothing}
        />
        <label part="label" for=${id}>${option.label}</label>
        ${option.icon} ${option.hint ? html`<p class="hint" part="hint" id="${name}-${at}-hint">${option.hint}</p>` : nothing}
      </div>`;
    })}
  </fieldset>`;
}

/** The answers to a yes-or-no question, each with what it means where that helps. */
export const yesOrNo = ({ t }: Ui, hints: { yes?: string; no?: string } = {}): ChoiceOption[] =>
  (['yes', 'no'] as const).map((value) => ({ value, label: t(`answer.${value}`), hint: hints[value] }));

/** A screen that asks one question. */
export function choiceScreen(ui: Ui, name: string, question: string, all: readonly ChoiceOption[], before?: unknown): TemplateResult {
  const options = all.filter(({ value }) => ui.isOffered(value));
  // The only answer there is needs no choosing.
  const only = options[1] ? undefined : options[0];
  return screen(ui, question, [
    before,
    form(ui, {
      content: only ? nothing : choice(ui, name, question, options, ui.context.answers[name]),
      submit: only?.label ?? ui.t('action.continue'),
      onSubmit: (element) => {
        const value = only?.value ?? (new FormData(element).get(name) as string | null);
        ui.send({ type: 'choice.submitted', name, value });
      },
    }),
  ]);
}
