import { html, nothing, type TemplateResult } from 'lit';
import { audienceOf } from '../../flow/audiences.js';
import type { Step } from '../../flow/types.js';
import type { Ui } from '../view.js';

const STATIONS = ['login', 'details', 'done'] as const;
type Station = (typeof STATIONS)[number];
const STATION_OF: Partial<Record<Step, Station>> = {
  'register.identify': 'login',
  'register.details': 'details',
  'register.child': 'details',
  'register.done': 'done',
  'register.application-received': 'done',
};

/** How far a registration has come, in words. Not for students: which of them need more than a PIN, only the login tells. */
export function way({ step, t, context }: Ui): TemplateResult | undefined {
  const now = STATION_OF[step];
  if (!now || audienceOf(context)?.kind === 'campus') return undefined;
  const station = (name: Station): TemplateResult =>
    html`<li id=${name === now ? 'way' : nothing} aria-current=${name === now ? 'step' : nothing}>${t(`way.${name}`)}</li>`;
  return html`<ol class="way">
    ${STATIONS.map(station)}
  </ol>`;
}
