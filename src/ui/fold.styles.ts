import { css } from 'lit';

/** What folds out. Tokens are those of the element's own style sheet. */
export const foldStyles = css`
  details {
    border-block-start: 1px solid var(--_line);
  }
  details:last-of-type {
    border-block-end: 1px solid var(--_line);
    margin-block-end: 1.5em;
  }
  details:has(+ .contact) {
    margin: 0;
    border-block-end: 0;
  }
  details a {
    color: var(--_accent);
  }
  summary {
    min-block-size: 44px;
    padding-block: 0.6em;
    box-sizing: border-box;
    list-style-position: outside;
    font-weight: 600;
    cursor: pointer;
  }
  summary .muted {
    display: block;
  }
  details > * {
    margin-inline-start: 1.1em;
  }
  details p {
    margin-block-end: 0.5em;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
  }
  ol {
    padding-inline-start: 1.2em;
  }
  #code {
    max-inline-size: 10em;
    letter-spacing: 0.2em;
  }
`;
