import { html, type TemplateResult } from 'lit';
import type { Ui } from '../../view.js';
import { choice } from '../../parts/choice.js';
import { inputField } from '../../form/field.js';

/** The child. Number and name live in the secret holder; the flow never hears of them. */
export function childFields(ui: Ui): TemplateResult {
  const { t, secrets, context } = ui;
  return html`${inputField(ui, {
    name: 'childCpr',
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'off',
    label: t('field.childCpr'),
    hint: t('field.childCpr.hint'),
    value: secrets.get('childCpr') ?? '',
    onInput: (value) => secrets.set('childCpr', value),
  })}
  ${inputField(ui, {
    name: 'childName',
    type: 'text',
    autocomplete: 'off',
    label: t('field.childName'),
    value: secrets.get('childName') ?? '',
    onInput: (value) => secrets.set('childName', value),
  })}
  ${choice(
    ui,
    'relation',
    t('field.relation'),
    [
      { value: 'parent', label: t('field.relation.parent') },
      { value: 'guardian', label: t('field.relation.guardian') },
    ],
    context.draft.relation,
    '',
  )}`;
}
