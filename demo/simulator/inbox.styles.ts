import { css } from 'lit';

/** A sheet of white paper in the dark tool, so that it reads as what the patron gets. */
export const inboxStyles = css`
  :host {
    display: block;
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
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  .none {
    color: #9fabc0;
  }
  ul {
    max-block-size: 22rem;
    overflow: auto;
    border-radius: 6px;
    background: #fff;
    color: #16202e;
    list-style: none;
  }
  li + li {
    border-block-start: 1px solid #d4dbe6;
  }
  summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 0.75rem;
    min-block-size: 44px;
    padding: 0.5rem 0.75rem 0.5rem 1.5rem;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover,
  details[open] > summary {
    background: #eef3fb;
  }
  .subject {
    position: relative;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .unread .subject {
    font-weight: 700;
  }
  .unread {
    background: radial-gradient(circle at 0.75rem 1.125rem, #0b5fd0 0.25rem, transparent 0.28rem) no-repeat;
  }
  time,
  .to,
  .from {
    color: #51607a;
    font-size: 0.8125rem;
  }
  .to {
    grid-column: 1 / -1;
    overflow-wrap: anywhere;
  }
  .body {
    display: grid;
    gap: 0.5rem;
    padding: 0.5rem 0.75rem 0.875rem 1.5rem;
    overflow-wrap: anywhere;
  }
  .body a {
    color: #0b4fb0;
  }
  .code {
    font:
      600 1.375rem/1.3 ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      monospace;
    letter-spacing: 0.12em;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  button {
    min-block-size: 40px;
    padding-inline: 0.875rem;
    border: 1px solid #6c7a92;
    border-radius: 6px;
    background: #fff;
    color: #16202e;
    font: inherit;
    cursor: pointer;
  }
  .use {
    border-color: #0b4fb0;
    background: #0b4fb0;
    color: #fff;
    font-weight: 600;
  }
  :focus-visible {
    outline: 3px solid #0b4fb0;
    outline-offset: -3px;
  }
  button:focus-visible,
  a:focus-visible {
    outline-offset: 2px;
  }
  .told {
    min-block-size: 1.45em;
    padding-block-start: 0.25rem;
    color: #8fe0b9;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
