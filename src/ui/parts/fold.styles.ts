import { css } from 'lit';

/** What folds out. Tokens are those of the element's own style sheet. */
export const foldStyles = css`
  details,
  .places > p {
    border-block-start: 1px solid var(--_line);
  }
  form + details {
    margin-block-start: 1.5em;
  }
  .places,
  details:not(.places > *) {
    border-block-end: 1px solid var(--_line);
    margin-block-end: 1.5em;
  }
  details:has(+ .contact) {
    margin-block-end: 0;
    border-block-end: 0;
  }
  .places > p {
    margin: 0;
    padding: 0.6em 0.5em 0.6em 1.4em;
    font-weight: 600;
  }
  details a {
    color: var(--_accent);
  }
  summary {
    display: block;
    position: relative;
    min-block-size: 44px;
    padding: 0.6em 0.5em 0.6em 1.4em;
    box-sizing: border-box;
    font-weight: 600;
    cursor: pointer;
  }
  /* As the way back has it: the browsers' own has no place inside the focus ring that they agree on. */
  summary::before {
    content: '\\203a' / '';
    position: absolute;
    inset-inline-start: 0.45em;
    font-size: 1.3em;
    line-height: 1;
  }
  [open] > summary::before {
    rotate: 90deg;
  }
  ::-webkit-details-marker {
    display: none;
  }
  summary:focus-visible {
    outline-offset: -3px;
  }
  summary .muted {
    display: block;
  }
  details > :not(summary) {
    margin-inline-start: 1.4em;
  }
  summary + * {
    padding-block-start: 0.25em;
  }
  details p {
    margin-block-end: 0.5em;
  }
  .unbroken {
    white-space: nowrap;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
  }
  ol {
    padding-inline-start: 1.2em;
  }
  #resend {
    margin-block: 0.75em 0;
  }
  [data-action='resend'][aria-disabled='true'] {
    border-style: dashed;
    cursor: not-allowed;
  }
  #code {
    max-inline-size: 10em;
    letter-spacing: 0.2em;
  }
  @media (forced-colors: active) {
    summary {
      color: ButtonText;
      forced-color-adjust: none;
    }
  }
`;
