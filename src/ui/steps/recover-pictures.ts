import { html, type TemplateResult } from 'lit';

/**
 * Our own drawings of a phone, one for each step of the guide: what is pressed or looked at, and what stands around it. None shows MitID's screens,
 * which change, or its marks.
 */
const DRAWINGS: Readonly<Record<number, readonly [mark: string, lines: string]>> = {
  1: ['M26 12h12v12H26z', 'M29 15h6m-6 3h6m-6 3h6M12 34h24M12 42h24M12 50h16'],
  2: ['M10 26h28v12H10z', 'M15 18h14M15 32h18M15 46h12M15 56h16'],
  3: [
    'M10 36h28v22H10z',
    'M15 19a3 3 0 1 0 6 0a3 3 0 1 0-6 0M12 30a6 6 0 0 1 12 0m4-6h8M15 43a3 3 0 1 0 6 0a3 3 0 1 0-6 0m-3 11a6 6 0 0 1 12 0m4-6h7',
  ],
  4: ['M12 51h24v10H12z', 'M12 18h24M12 26h24M12 34h15m-5 22h7m-3-3l3 3l-3 3'],
  5: ['M10 40h28v10H10z', 'M16 24a8 8 0 1 0 16 0a8 8 0 1 0-16 0h16m-8-8c-5 5-5 11 0 16c5-5 5-11 0-16M14 45h14m3 0l1.5 2l3-4M14 58h14'],
  6: [
    'M14 42h20v22H14z',
    'M13 19v-5h5m12 0h5v5m0 12v5h-5m-12 0h-5v-5M17 25a7 8 0 1 0 14 0a7 8 0 1 0-14 0m5-2v1m4-1v1m-4 4c1.5 1.5 2.5 1.5 4 0M20 51a4 4 0 1 0 8 0a4 4 0 1 0-8 0m-1 9h10',
  ],
  7: ['M10 20h28v24H10z', 'M15 29a3 3 0 1 0 6 0a3 3 0 1 0-6 0m-2 9a5 5 0 0 1 10 0m4-9h7m-7 6h7M17 56l5 5l9-10'],
};

/** Says nothing that the words beside it don't. */
export const picture = (step: number): TemplateResult => {
  const [mark, lines] = DRAWINGS[step] ?? [];
  return html`<svg class="picture" viewBox="4 0 40 72" aria-hidden="true">
    <rect x="6" y="2" width="36" height="68" rx="6" />
    <path d="M21 7h6" />
    <path class="mark" d=${mark} />
    <path d=${lines} />
  </svg>`;
};
