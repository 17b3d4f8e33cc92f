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
    margin: 0 0 var(--signup-gap, 1.4em);
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
    /* Drawn: left to the browser, an empty one looks filled where the page is dark. */
    appearance: none;
    flex: none;
    box-sizing: border-box;
    inline-size: 1.5em;
    block-size: 1.5em;
    margin: 0;
    border: 2px solid var(--_border);
    border-radius: 4px;
    font: inherit;
  }
  :checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  :checked::after {
    content: '';
    display: block;
    inline-size: 30%;
    block-size: 65%;
    margin: 5% auto;
    border: solid var(--_on-accent);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }
  input:focus,
  [data-error-summary]:focus {
    outline: var(--_ring);
    outline-offset: 2px;
  }
`;
