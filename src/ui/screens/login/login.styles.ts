import { css } from 'lit';

/** Lists of libraries. Tokens are those of the element's own style sheet. */
export const loginStyles = css`
  .actions + h3 {
    margin-block: 1.75em 0.75em;
  }
  [role='alert'].notice:not([id]) {
    margin-block: 1em 0;
  }
  .gets {
    margin: 0;
    padding-inline-start: 1.1em;
    list-style: disc;
  }
  .recent {
    margin-block-end: 1.5em;
  }
  .recent ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
    margin-block: 0 0.25em;
    padding: 0;
    list-style: none;
  }
  .recent li button {
    inline-size: 100%;
    overflow-wrap: anywhere;
    justify-content: start;
    text-align: start;
  }
  .actions button {
    overflow-wrap: anywhere;
  }
  .libraries {
    margin: 0 0 1.5em;
    padding: 0;
    list-style: none;
  }
  .libraries li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    justify-content: space-between;
    min-block-size: 48px;
    padding-block: 0.75em;
    border-block-end: 1px solid var(--_line);
  }
  .libraries li > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    flex: 1 1 min(12em, 100%);
  }
  .libraries .muted {
    display: block;
  }
`;
