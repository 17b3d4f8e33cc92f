import type { TemplateResult } from 'lit';
import type { FieldError } from '../../flow/types.js';
import { validateEmail } from '../../flow/shared/validation.js';
import { form, type FormOptions } from '../form/form.js';
import type { Ui } from '../view.js';
import { inputField } from '../form/field.js';

export interface EmailFormOptions extends Pick<FormOptions, 'submit' | 'look'> {
  readonly label?: string;
  readonly hint?: string;
  readonly value?: string | undefined;
  readonly validate?: (email: string) => FieldError[];
}

/** A form that asks for an e-mail address and nothing else. */
export const emailForm = (
  ui: Ui,
  {
    label = ui.t('field.email'),
    hint,
    submit,
    look = 'primary',
    value = ui.context.draft.email ?? ui.context.session?.person.email ?? '',
    validate = (email) => validateEmail({ email }, ui.config),
  }: EmailFormOptions,
): TemplateResult =>
  form(ui, {
    submit,
    look,
    onSubmit: (_, typed) => {
      const email = typed.email ?? '';
      ui.send({ type: 'draft.changed', values: { email } });
      ui.send({ type: 'form.submitted', errors: validate(email) });
    },
    content: inputField(ui, {
      name: 'email',
      type: 'text',
      inputmode: 'email',
      autocomplete: 'email',
      label,
      ...(hint && { hint }),
      value,
    }),
  });
