import { css } from 'lit';

/** What has happened: events and mails. */
export const logStyles = css`
  .log {
    max-block-size: 15rem;
    overflow: auto;
    border: 1px solid #2b3444;
    border-radius: 6px;
    background: #0b0e14;
    font:
      0.75rem/1.5 ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      monospace;
  }
  .log li {
    padding: 0.375rem 0.625rem;
    border-block-end: 1px solid #1d2430;
    overflow-wrap: anywhere;
  }
  .log li:last-child {
    border: 0;
  }
  .log time {
    color: #9fabc0;
  }
  .log b {
    color: #8fe0b9;
    font-weight: 600;
  }
  .log .signup-error b {
    color: #ffab9f;
  }
  .log .signup-cancel b {
    color: #ffd98a;
  }
  .log code {
    display: block;
    color: #c4cede;
    font: inherit;
  }
  .none {
    color: #9fabc0;
  }
  .mail {
    padding-block: 0.5rem;
    border-block-start: 1px solid #2b3444;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .mail strong {
    display: block;
  }
`;
