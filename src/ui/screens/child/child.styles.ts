import { css } from 'lit';

/** The application on the screen, and its form as one sheet of A4. Tokens are those of the element's own style sheet. */
export const childStyles = css`
  #childCpr {
    max-inline-size: 12em;
  }
  dl + .contact {
    margin-block-start: -1.5em;
    border: 0;
  }
  .sheet {
    margin-block-start: 2em;
    padding: 1.25em;
    border: 1px solid var(--_line);
  }
  .sheet h3 {
    margin: 1em 0 0.5em;
    padding-block-end: 0.2em;
    border-block-end: 2px solid var(--_accent);
  }
  .line {
    font-weight: 600;
  }
  .line b {
    display: block;
    min-block-size: 2.4em;
    border-block-end: 1px solid var(--_border);
  }
  .office {
    margin-block-start: 1.5em;
    padding: 0 1em 0.5em;
    border: 1px dashed var(--_border);
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr));
    gap: 0 1.5em;
  }
  @media print {
    :host([step='register.child-form']) {
      color: #000;
      color-scheme: light;
    }
    .aside,
    .sheet :is(#branch-hint, .advice, .combobox-status, .combobox-chosen) {
      display: none;
    }
    .sheet :is(.hint, .muted) {
      margin: 0;
      color: inherit;
      font-size: 8pt;
    }
    :is(h2, .sheet *):focus {
      outline: none;
      caret-color: transparent;
    }
    .sheet {
      margin: 0;
      padding: 0;
      border: 0;
      font-size: 10.5pt;
      --_accent: #000;
      --_border: #000;
      display: flex;
      flex-direction: column;
      justify-content: space-between;
      min-block-size: 235mm;
    }
    .sheet .field {
      margin-block-end: 3mm;
      break-inside: avoid;
    }
    .sheet input:not([type='radio'], [type='checkbox']),
    .line b {
      min-block-size: 8mm;
      padding: 0;
      border-width: 0 0 1px;
      border-radius: 0;
      font-weight: 600;
    }
    /* A box for each of ten digits. */
    .sheet.by-hand #childCpr,
    .cpr b {
      inline-size: 70mm;
      max-inline-size: none;
      border: 1px solid;
      background: repeating-linear-gradient(90deg, transparent 0 6.8mm, #000 0 7mm);
      print-color-adjust: exact;
    }
    .sheet .option {
      display: inline-flex;
      margin: 1mm 6mm 0 0;
      padding: 0;
      border: 0;
      box-shadow: none;
      background: none;
    }
    .sheet .check {
      min-block-size: 0;
    }
  }
`;
