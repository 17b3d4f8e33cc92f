import { css } from 'lit';

/** Buttons, links that look like them, and quiet links. Tokens are those of the element's own style sheet. */
export const buttonStyles = css`
  button,
  :where(a.primary, a.secondary) {
    box-sizing: border-box;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: 48px;
    margin: 0;
    padding: 0.55em 1.3em;
    border: 2px solid transparent;
    border-radius: var(--_radius);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-wrap: balance;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
  }
  button {
    overflow-wrap: break-word;
  }
  a.primary,
  .contact :is(li, a) {
    max-inline-size: 100%;
  }
  .primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 86%, currentColor);
  }
  .secondary {
    border: 1px solid var(--_border);
    background: none;
    color: inherit;
  }
  .secondary:hover {
    border-color: currentColor;
    background: color-mix(in srgb, currentColor 6%, transparent);
  }
  .quiet {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font-weight: 500;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }
  .quiet:hover {
    text-decoration-thickness: 2px;
  }
  button.quiet {
    padding: 0.3em 0;
    justify-content: start;
    text-align: start;
  }
  /* Against the host's fonts and colours too: MitID's own rules. */
  .mitid {
    background: #0060e6;
    color: #fff;
    border-radius: 4px;
    padding: 0 24px;
    font:
      600 17px/1.2 'IBM Plex Sans',
      system-ui,
      sans-serif;
  }
  .mitid:hover {
    background: #004cb8;
  }
  [aria-disabled='true'] {
    cursor: progress;
    opacity: 0.75;
  }
  [data-action='back'] {
    display: inline-block;
    margin-block: -0.5em 0.25em;
  }
  [data-action='back']::before {
    content: '\\2039' / '';
    display: inline-block;
    margin-inline-end: 0.4em;
    font-size: 1.3em;
    line-height: 0.8;
  }
`;
