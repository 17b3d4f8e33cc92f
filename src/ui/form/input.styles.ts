import { css } from 'lit';

/** Fields to type in; needed after the login only. Tokens are those of the element's own style sheet. */
export const inputStyles = css`
  input:not([type='radio'], [type='checkbox']) {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 48px;
    margin: 0;
    padding: 0.5em 0.8em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--signup-surface, transparent);
    color: inherit;
    font: inherit;
    line-height: 1.4;
  }
  input:not([type='radio'], [type='checkbox']):hover {
    border-color: currentColor;
  }
  input[aria-invalid='true'] {
    border: 2px solid var(--_error);
  }
  .control {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  #pin {
    flex: 1 5em;
    max-inline-size: 9em;
    letter-spacing: 0.2em;
  }
  [aria-pressed='true'] {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
  }
  .rule {
    display: block;
  }
  .rule::before {
    content: '\\25cb' / '';
    display: inline-block;
    inline-size: 1.5em;
  }
  .rule[data-met]::before {
    content: '\\2713' / '';
    color: var(--_accent);
    font-weight: 700;
  }
  .advice {
    margin: 0.5em 0 0;
  }
  .advice:empty {
    margin: 0;
  }
  .check {
    display: flex;
    gap: 0.8em;
    align-items: start;
    min-block-size: 44px;
  }
  .check + .quiet {
    margin: -0.4em 0 0 2.3em;
  }
  .check input {
    margin-block: 0.5em;
  }
  .check label {
    flex: 1;
    padding-block: 0.5em;
    cursor: pointer;
  }
  .field:has(#phone):has(+ .field #sms) {
    margin-block-end: 0.3em;
  }
`;
