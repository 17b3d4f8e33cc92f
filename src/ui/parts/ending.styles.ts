import { css } from 'lit';

/** The sign where something has come to a good end, and what is left on paper, as endings are what people print. Tokens are those of the element's own style sheet. */
export const endingStyles = css`
  .arrived::before {
    content: '\\2713' / '';
    display: block;
    inline-size: 1.8em;
    margin-block-end: 0.4em;
    line-height: 1.8;
    text-align: center;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  @media print {
    .card {
      border: 0;
      padding: 0;
      max-inline-size: none;
    }
    .actions,
    [data-action='back'],
    .spinner {
      display: none;
    }
  }
`;
