import { html, nothing, type TemplateResult } from 'lit';
import type { Ui } from '../view.js';
import { action } from './actions.js';
import { fresh } from './fresh.js';

/** What just happened: a hand-off that came to nothing, an expired session, a failed request. */
export function noticeOf({ idle, identify, mailbox, context }: Ui): string | undefined {
  return idle ? 'idle' : (identify?.notice ?? context.notice ?? (identify ?? mailbox)?.failure?.code ?? undefined);
}

/** How a notice looks: its colour and sign. Any other is a failure. */
const TONES: readonly (readonly [tone: string, codes: RegExp])[] = [
  ['success', /^(resumed|detached)$/],
  ['warning', /^(session-.+|idle|timed-out|never-returned|rejected|link-.+|library-unknown)$/],
  ['information', /^(cancelled|lapsed|nemid-closed|mailbox-required|no-cpr|not-a-patron)$/],
];

/** These come while somebody is busy with the screen; the others come with it, and are read with its heading. */
export const isLate = (ui: Ui): boolean => /^(session-ending|idle)$/.test(noticeOf(ui) ?? '');

/** A message above the screen's content; the heading, which gets focus, refers to it. */
export function notice(ui: Ui): TemplateResult | typeof nothing {
  const { identify, mailbox } = ui;
  const code = noticeOf(ui);
  if (code === undefined) return nothing;
  const years = ui.config.library.inactiveYears;
  const key = code === 'lapsed' && years === undefined ? 'notice.lapsed.plain' : `notice.${code}`;
  const late = isLate(ui);
  const urgent = late || code === mailbox?.failure?.code;
  const failed = (identify ?? mailbox)?.failure?.code === code;
  // Fetched as soon as there is something to say, but the screen may be there before.
  const known = ui.has(key) ? key : failed && 'notice.unavailable';
  if (!known) return nothing;
  const [tone = 'failure'] = TONES.find(([, codes]) => codes.test(code)) ?? [];
  return html`<div
    class=${late ? 'notice late' : 'notice'}
    part="notice"
    id="notice"
    data-notice=${code}
    data-tone=${tone}
    role=${urgent ? 'alert' : nothing}
  >
    <p>${fresh(ui.t(known, { years: years ?? 0 }))}</p>
    ${code === 'session-ending' ? action(ui, 'extend', { type: 'session.extend' }, ui.t('notice.session-ending.extend')) : nothing}
  </div>`;
}
