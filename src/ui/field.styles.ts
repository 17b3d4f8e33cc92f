import { css } from 'lit';

/** Fields and their errors; none of them is on the first screen of most libraries. Tokens are those of the element's own style sheet. */
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
  input:focus,
  [data-error-summary]:focus {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
`;
