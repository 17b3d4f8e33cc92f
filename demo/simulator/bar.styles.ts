import { css } from 'lit';

/** The bar that is always there: the pages, and how many mails have come. */
export const barStyles = css`
  .badge {
    min-inline-size: 1.25rem;
    padding-inline: 0.375rem;
    border-radius: 1rem;
    background: #ffd166;
    color: #11151d;
    font-size: 0.75rem;
    line-height: 1.25rem;
    text-align: center;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .pages {
    margin-inline-start: 1rem;
  }
  @media (max-width: 40rem) {
    .pages {
      order: 3;
      flex-basis: 100%;
      margin-inline: -0.5rem;
      padding-block-end: 0.375rem;
      font-size: 0.8125rem;
    }
  }
  .pages ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.125rem;
  }
  .pages a {
    display: inline-flex;
    align-items: center;
    min-block-size: 32px;
    padding-inline: 0.5rem;
    border-radius: 1rem;
    color: inherit;
    text-decoration: none;
  }
  .pages a:hover {
    background: #2a3549;
  }
  .pages [aria-current='page'] {
    background: #bcd4ff;
    color: #0c1a33;
    font-weight: 600;
  }
`;
