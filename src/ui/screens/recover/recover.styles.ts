import { css } from 'lit';

/** The guide and its pictures. Tokens are those of the element's own style sheet. */
export const recoverStyles = css`
  progress {
    appearance: none;
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    block-size: 0.6em;
    margin-block-end: 1.25em;
    border: 1px solid var(--_border);
    border-radius: 1em;
    background: none;
    overflow: hidden;
  }
  ::-webkit-progress-bar {
    background: none;
  }
  /* A list of both would be one that no browser knows the whole of. */
  ::-webkit-progress-value {
    background: var(--_accent);
  }
  ::-moz-progress-bar {
    background: var(--_accent);
  }
  .progress {
    margin: 0 0 0.25em;
    font-weight: 600;
  }
  /* Without a CPR number there is one way only, with the app and without. */
  fieldset:has([value='foreign-no-cpr']:checked) + fieldset {
    display: none;
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
  .actions + h3 {
    margin-block: 2em 0.75em;
  }
  p > .primary {
    margin-block-end: 0.5em;
  }
  .card > [data-action='contact'].primary {
    margin-block-end: 1.5em;
  }
  @media (forced-colors: active) {
    progress {
      --_accent: Highlight;
      forced-color-adjust: none;
    }
  }
  @container (min-width: 30em) {
    .ids dl > div {
      grid-template-columns: 11em 1fr;
    }
  }
`;
