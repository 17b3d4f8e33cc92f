import { css } from 'lit';

/** Fields, choices and their errors; none of them is on the first screen of most libraries. Tokens are those of the element's own style sheet. */
export const fieldStyles = css`
  .summary {
    margin-block: 0 1.5em;
    padding: 0.9em 1em;
    border: 2px solid var(--_error);
    border-radius: var(--_radius);
  }
  .summary a {
    display: inline-flex;
    align-items: center;
    padding-block: 0.25em;
    color: var(--_error);
    font-weight: 600;
    text-underline-offset: 0.2em;
  }
  .summary li + li {
    margin-block-start: 0.4em;
  }
  .error {
    margin: 0.4em 0;
    color: var(--_error);
    font-weight: 600;
  }
  .field {
    margin: 0 0 1.4em;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .field[data-invalid] {
    padding-inline-start: 0.9em;
    border-inline-start: 4px solid var(--_error);
  }
  /* As any other child: the line beside a group begins above it. */
  legend {
    float: left;
    inline-size: 100%;
    margin-block-end: 0.5em;
    padding: 0;
    font-weight: 600;
  }
  legend + * {
    clear: both;
  }
  .field > label {
    display: block;
    margin-block-end: 0.25em;
    font-weight: 600;
  }
  .field > label:has(+ .hint) {
    margin: 0;
  }
  .field .hint {
    margin: 0 0 0.4em;
  }
  [type='radio'],
  [type='checkbox'] {
    flex: none;
    font: inherit;
    inline-size: 1.4em;
    block-size: 1.4em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .option {
    position: relative;
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: 0.9em;
    align-items: center;
    margin-block-start: 0.6em;
    padding: 0.9em 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .option:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    background: color-mix(in srgb, var(--_accent) 7%, transparent);
  }
  .option:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .option label {
    font-weight: 600;
    cursor: pointer;
  }
  .option label::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .option .hint {
    grid-column: 2;
    margin: 0;
  }
  input:focus,
  [data-error-summary]:focus {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .option input {
    position: relative;
    z-index: 1;
  }
  .option input:focus {
    outline: none;
  }
  @media (forced-colors: active) {
    .option:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
