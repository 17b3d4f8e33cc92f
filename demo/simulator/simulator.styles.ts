import { css } from 'lit';

/** A tool's look, the same in light and dark, so that nobody takes it for a part of the library's page. */
export const styles = css`
  :host {
    color-scheme: dark;
    background: #11151d;
    color: #dfe5f0;
    font:
      0.875rem/1.45 system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      sans-serif;
  }
  * {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ol,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1rem;
    min-block-size: 44px;
    padding-inline: 1rem;
  }
  .toggle {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 44px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .toggle::before {
    content: '';
    inline-size: 0.5rem;
    block-size: 0.5rem;
    margin-inline: 0.25rem;
    border: solid;
    border-width: 0 2px 2px 0;
    rotate: -45deg;
  }
  .toggle[aria-expanded='true']::before {
    rotate: 45deg;
  }
  .step {
    overflow: hidden;
    margin-inline-start: auto;
    padding: 0.125rem 0.625rem;
    border-radius: 1rem;
    background: #26344d;
    color: #bcd4ff;
    font:
      0.8125rem/1.6 ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      monospace;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .panel {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr));
    gap: 1.25rem 2rem;
    padding: 0.5rem 1rem 1.25rem;
    border-block-start: 1px solid #2b3444;
  }
  .panel[hidden] {
    display: none;
  }
  section {
    min-inline-size: 0;
  }
  .chart:has(state-chart) {
    grid-column: 1 / -1;
  }
  state-chart {
    --ink: #e8edf5;
    --quiet: #b3bfd3;
    --paper: #1a2230;
    --line: #3a465a;
    --edge: #7f8ca3;
    --brand: #7fd8c9;
    block-size: 24rem;
    font-size: 0.875rem;
  }
  h2 {
    font-size: inherit;
    font-weight: 600;
  }
  h3 {
    margin-block-end: 0.375rem;
    color: #9fabc0;
    font-size: 0.75rem;
    font-weight: 600;
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .row {
    display: grid;
    grid-template-columns: 6.25rem minmax(0, 1fr);
    gap: 0.25rem 0.75rem;
    align-items: center;
    /* Not 40 px: a fieldset would hold its content at its top. */
    min-block-size: 34px;
    margin-block: 6px;
  }
  legend {
    float: inline-start;
    padding: 0;
  }
  .segments {
    display: flex;
  }
  .segments label {
    position: relative;
    flex: 1;
    min-block-size: 34px;
    padding: 0.3125rem 0.5rem;
    border: 1px solid #566379;
    border-inline-start-width: 0;
    text-align: center;
    cursor: pointer;
  }
  .segments label:first-child {
    border-inline-start-width: 1px;
    border-radius: 6px 0 0 6px;
  }
  .segments label:last-child {
    border-radius: 0 6px 6px 0;
  }
  .segments label:only-child {
    border-radius: 6px;
  }
  .segments label:has(:checked) {
    border-color: #bcd4ff;
    background: #bcd4ff;
    color: #0c1a33;
    font-weight: 600;
  }
  .segments label:has(:focus-visible) {
    outline: 3px solid #ffd166;
    outline-offset: 2px;
    z-index: 1;
  }
  .segments input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  select,
  button.act {
    inline-size: 100%;
    min-block-size: 34px;
    padding-inline: 0.5rem;
    border: 1px solid #566379;
    border-radius: 6px;
    background: #1b2230;
    color: inherit;
    font: inherit;
  }
  button.act {
    inline-size: auto;
    padding-inline: 0.875rem;
    cursor: pointer;
  }
  button.act:hover {
    background: #2a3549;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    padding-block-start: 0.625rem;
  }
  .check {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 40px;
  }
  .check input {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    accent-color: #bcd4ff;
  }
  :focus-visible {
    outline: 3px solid #ffd166;
    outline-offset: 2px;
    border-radius: 4px;
  }
  .problem {
    color: #ffab9f;
  }
  @media (min-width: 80rem) {
    :host([data-open]) .panel {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
