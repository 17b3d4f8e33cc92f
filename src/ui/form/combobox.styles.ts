import { css } from 'lit';

/** For the shadow root that the combobox renders into, beside the fields' styles. Tokens are those of the element's own style sheet. */
export const comboboxStyles = css`
  .combobox {
    position: relative;
  }
  #branch {
    padding-inline-end: 44px;
  }
  /* Drawn, because a picture in a data: URL is refused by a strict Content-Security-Policy. */
  .combobox::after {
    content: '';
    position: absolute;
    inset-block-start: calc(50% - 7px);
    inset-inline-end: 18px;
    inline-size: 8px;
    block-size: 8px;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    pointer-events: none;
  }
  /* In the flow, not floating: a narrow sidebar or a frame cannot cut it off. */
  .combobox-popup {
    margin-block-start: 8px;
    max-block-size: min(22rem, 60vh);
    overflow-y: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--signup-surface, Canvas);
  }
  .combobox-option {
    display: grid;
    align-content: center;
    box-sizing: border-box;
    min-block-size: 44px;
    padding: 8px 14px;
    cursor: pointer;
    border-inline-start: 4px solid transparent;
    overflow-wrap: anywhere;
  }
  .combobox-option + .combobox-option {
    border-block-start: 1px solid var(--_line);
  }
  .combobox-option:hover {
    background: color-mix(in srgb, currentColor 6%, transparent);
  }
  .combobox-option[data-chosen] .combobox-name::after {
    content: ' \\2713' / '';
  }
  .combobox-option[aria-selected='true'] {
    border-inline-start-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
  }
  .combobox-name {
    font-weight: 600;
  }
  .combobox-line {
    display: block;
  }
  .combobox-line,
  .combobox-more,
  .combobox-status {
    font-size: 0.9em;
    color: var(--_muted);
  }
  .combobox-more {
    margin: 8px 14px;
  }
  .combobox-status,
  .combobox-chosen {
    margin-block: 8px 0;
  }
  @media (forced-colors: active) {
    .combobox-option[aria-selected='true'],
    .combobox-option[aria-selected='true'] .combobox-line {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .combobox::after,
    .combobox-popup {
      display: none;
    }
  }
`;
