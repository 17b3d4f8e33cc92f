import { css } from 'lit';

/** Pictures beside the kinds of audience. Tokens are those of the element's own style sheet. */
export const audienceStyles = css`
  .option:has(.icon) {
    grid-template-columns: auto minmax(0, 1fr) auto;
    hyphens: auto;
    overflow-wrap: break-word;
  }
  .icon {
    grid-row: span 2;
    inline-size: 2em;
    block-size: 2em;
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.6;
    stroke-linejoin: round;
  }
`;
