import { css } from 'lit';

/** Colours are those of the page around it, with values of its own where it has none. */
export const chartStyles = css`
  :host {
    --_ink: var(--ink, light-dark(#1b1f24, #e8ebef));
    --_quiet: var(--quiet, light-dark(#57606a, #a9b3be));
    --_paper: var(--paper, light-dark(#fff, #1d2127));
    --_line: var(--line, light-dark(#d3d8de, #3a414a));
    --_edge: var(--edge, light-dark(#7d8590, #7d8793));
    --_brand: var(--brand, light-dark(#0b5a55, #7fd8c9));
    display: grid;
    grid-template-rows: auto 1fr;
    gap: 0.5rem;
    min-block-size: 0;
    color: var(--_ink);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: end;
  }
  label {
    display: grid;
    gap: 0.2rem;
    font-weight: 600;
  }
  button,
  select {
    min-inline-size: 44px;
    min-block-size: 44px;
    padding: 0.3rem 0.7rem;
    border: 1px solid var(--_edge);
    border-radius: 6px;
    background: var(--_paper);
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  :focus-visible {
    outline: 3px solid var(--_brand);
    outline-offset: 2px;
  }
  .follow {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 44px;
    font-weight: 400;
  }
  .follow input {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    accent-color: var(--_brand);
  }
  .pane {
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_paper);
  }
  svg {
    display: block;
    font:
      11.5px ui-monospace,
      Menlo,
      Consolas,
      monospace;
    fill: var(--_ink);
  }
  .box {
    cursor: pointer;
  }
  .box rect {
    fill: var(--_paper);
    stroke: var(--_edge);
    stroke-width: 1.25px;
  }
  .box.group rect {
    fill: color-mix(in srgb, var(--_ink) 3%, var(--_paper));
    stroke: var(--_line);
  }
  .box.final rect {
    stroke-width: 3.5px;
  }
  .box tspan + tspan {
    fill: var(--_quiet);
  }
  .box text {
    font-weight: 600;
  }
  .box tspan + tspan {
    font-weight: 400;
  }
  .box.here rect {
    stroke: var(--_brand);
    stroke-width: 3px;
    fill: color-mix(in srgb, var(--_brand) 16%, var(--_paper));
  }
  .box.group.here rect {
    fill: color-mix(in srgb, var(--_brand) 4%, var(--_paper));
  }
  .box.chosen rect {
    stroke: var(--_ink);
    stroke-width: 3px;
    stroke-dasharray: 5 3;
  }
  .arrow path {
    fill: none;
    stroke: var(--_edge);
    stroke-width: 1.25px;
  }
  .arrow text {
    fill: var(--_quiet);
  }
  .arrow .under {
    stroke: var(--_paper);
    stroke-width: 4px;
  }
  .arrow.from-chosen path {
    stroke: var(--_brand);
    stroke-width: 2.5px;
  }
  .arrow.from-chosen text:not(.under) {
    fill: var(--_ink);
    font-weight: 600;
  }
  marker path {
    fill: var(--_edge);
  }
  .start {
    fill: var(--_ink);
  }
  @media (forced-colors: active) {
    .box.here rect {
      stroke: Highlight;
    }
  }
`;
