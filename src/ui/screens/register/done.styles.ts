import { css } from 'lit';

/** A library card, for the eye only. Tokens are those of the element's own style sheet. */
export const doneStyles = css`
  .patron-card {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    box-sizing: border-box;
    max-inline-size: 17em;
    aspect-ratio: 1.586;
    margin-block-end: 1.5em;
    padding: 1.2em;
    border: 1px solid var(--_accent);
    border-radius: 12px;
    background: var(--_accent);
    color: var(--_on-accent);
  }
`;
