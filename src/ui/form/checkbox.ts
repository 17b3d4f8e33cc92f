import { html, nothing, type TemplateResult } from 'lit';
import type { Ui } from '../view.js';
import { fieldError, wiringOf } from './field.js';

/** One yes-or-no; `after` stands below it, outside the label (a link there would be a target inside a target). */
export function checkbox(
  ui: Ui,
  { name, label, checked, after }: { name: string; label: string; checked: boolean; after?: unknown },
): TemplateResult {
  const { invalid, describedBy } = wiringOf(ui, name);
  return html`<div class="field" part="field" ?data-invalid=${invalid}>
    ${fieldError(ui, name)}
    <div class="check">
      <input
        part="checkbox"
        type="checkbox"
        id=${name}
        name=${name}
        .checked=${checked}
        aria-invalid=${invalid ? 'true' : nothing}
        aria-describedby=${describedBy || nothing}
      />
      <label part="label" for=${name}>${label}</label>
    </div>
    ${after}
  </div>`;
}
