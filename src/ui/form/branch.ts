import { html, nothing, type TemplateResult } from 'lit';
import type { Ui } from '../view.js';
import { action } from '../frame/actions.js';
import { LibrarySignupCombobox } from './branch-combobox.js';
import { field } from './field.js';

// Named, because the package is marked as free of side effects: a bundler would drop an import that nothing is taken from.
if (!customElements.get('library-signup-combobox')) customElements.define('library-signup-combobox', LibrarySignupCombobox);

/** The pick-up library. While the list hasn't come one can type already; when it can't be had, one can ask again. */
export function branchField(ui: Ui): TemplateResult {
  const { t, context } = ui;
  const failed = context.branchesFailed;
  return field(
    ui,
    {
      name: 'branch',
      label: t('field.branch'),
      hint: t('field.branch.hint'),
      after: failed
        ? html`<p class="error" role="status">${t('field.branch.failed')}</p>
            ${action(ui, 'retry', { type: 'branches.retry' }, t('action.retry'))}`
        : nothing,
    },
    ({ invalid, describedBy }) =>
      html`<library-signup-combobox
        .branches=${context.branches}
        .value=${context.draft.branch ?? ''}
        .invalid=${invalid}
        .describedBy=${describedBy}
        .language=${ui.language}
        .t=${t}
        .clock=${ui.clock}
        @branch-change=${(event: CustomEvent<{ value: string }>) => ui.send({ type: 'draft.changed', values: { branch: event.detail.value } })}
      ></library-signup-combobox>`,
  );
}
