import { css } from 'lit';

/** The guide and its pictures. Tokens are those of the element's own style sheet. */
export const recoverStyles = css`
  /* Firefox's own bar is wider than its box. */
  progress {
    inline-size: 95%;
    margin-block-end: 1.25em;
    accent-color: var(--_accent);
  }
  .progress {
    margin: 0 0 0.25em;
    font-weight: 600;
  }
  .guide {
    margin: 0 0 1.5em;
    padding: 0;
    list-style: none;
  }
  .guide > li {
    padding-inline: 0.8em;
    border: 1px solid transparent;
    border-block-start-color: var(--_line);
  }
  .guide > [aria-current] {
    border-color: var(--_accent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_accent) 7%, transparent);
  }
  [aria-current] label {
    font-weight: 600;
  }
  .scene {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em 1.2em;
    align-items: center;
    padding-block: 0.25em 1em;
  }
  .scene p {
    flex: 1 9em;
    margin: 0;
  }
  .picture {
    flex: none;
    inline-size: 5.5em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .picture .mark {
    fill: color-mix(in srgb, var(--_accent) 18%, transparent);
    stroke: var(--_accent);
    stroke-width: 2;
  }
  .ways {
    margin-block: 0.75em;
  }
  [data-action='contact'].primary {
    margin-block-end: 1.5em;
  }
  @container (min-width: 30em) {
    .ids dl > div {
      grid-template-columns: 11em 1fr;
    }
  }
`;
