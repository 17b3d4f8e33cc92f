import { html, type TemplateResult } from 'lit';

/** From the middle of the head, 3 wide, to the right shoulder. */
const PERSON = 'm-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0m-3 10a6 6 0 0 1 12 0';
const LINES = 'h22m-22 8h22m-22 8h22';

/**
 * Our own drawings of a phone, one for each step of the guide: what is pressed or looked at, and what stands around it. None shows MitID's screens,
 * which change, or its marks.
 */
const DRAWINGS: readonly (readonly [top: number, height: number, lines: string])[] = [
  [11, 10, `M30 14h5m-5 4h5M13 34${LINES}`],
  [28, 12, `M13 18h22m-22 16h14M13 48${LINES}`],
  [38, 20, `M18 20${PERSON}m3-6h8M18 44${PERSON}m3-6h8`],
  [48, 14, `M13 18${LINES}m-15 21h8m-3-3 3 3-3 3`],
  [44, 12, 'M16 36V14h16l-4 6 4 6H16M14 50h12m4-1 2 2 3-4'],
  [44, 16, `M17 13h-4v24h4m14 0h4V13h-4M24 21${PERSON}M15 52h18`],
  [20, 24, `M18 28${PERSON}m3-8h6m-6 6h6M17 55l5 5 9-10`],
];

/** Says nothing that the words beside it don't. */
export const picture = (step: number): TemplateResult => {
  const [top, height, lines] = DRAWINGS[step - 1] ?? [];
  return html`<svg class="picture" viewBox="4 0 40 72" aria-hidden="true">
    <rect x="6" y="2" width="36" height="68" rx="6" />
    <rect class="mark" x="10" y=${top} width="28" height=${height} />
    <path d="M21 7h6${lines}" />
  </svg>`;
};
