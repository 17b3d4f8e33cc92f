import { css } from 'lit';

/** Groups of radios; not every library asks a question that has them. Tokens are those of the element's own style sheet. */
export const choiceStyles = css`
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
  .option {
    position: relative;
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: 0.9em;
    align-items: start;
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
    outline: var(--_ring);
    outline-offset: var(--signup-focus-offset, 2px);
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
  .option input {
    position: relative;
    z-index: 1;
  }
  .option input:focus {
    outline: none;
  }
  [type='radio'] {
    border-radius: 50%;
  }
  /* On paper too: browsers leave backgrounds out, and a white mark is none. */
  :checked {
    print-color-adjust: exact;
  }
  @media (forced-colors: active) {
    .option:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
