import { html, nothing, type TemplateResult } from 'lit';

/** Terms and what they mean for the patron, to be skimmed. */
export const termList = (
  rows: readonly (readonly [term: string, content: unknown] | false | '' | 0 | null | undefined)[],
): TemplateResult =>
  html`<dl part="text facts">
    ${rows.map((row) =>
      row
        ? html`<div>
            <dt part="term">${row[0]}</dt>
            <dd>${row[1]}</dd>
          </div>`
        : nothing,
    )}
  </dl>`;
