import { css } from 'lit';

/** For the shadow root that the combobox renders into. Classes only; colours are the element's tokens. */
export const comboboxStyles = css`
  library-signup-combobox {
    display: block;
  }
  .combobox {
    position: relative;
  }
  .combobox-input {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 44px;
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
    margin-block-start: 4px;
    max-block-size: min(22rem, 60vh);
    overflow-y: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--signup-border, GrayText);
    border-radius: var(--signup-radius, 6px);
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
    border-block-start: 1px solid var(--signup-line, color-mix(in srgb, currentColor 14%, transparent));
  }
  .combobox-option:hover {
    background: color-mix(in srgb, currentColor 6%, transparent);
  }
  .combobox-option[data-chosen] .combobox-name::after {
    content: ' ✓' / '';
  }
  .combobox-option[aria-selected='true'] {
    border-inline-start-color: var(--signup-accent, LinkText);
    background: color-mix(in srgb, var(--signup-accent, LinkText) 12%, transparent);
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
    color: var(--signup-text-muted, inherit);
  }
  .combobox-more {
    margin: 12px 18px;
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
