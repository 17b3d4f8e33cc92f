import { RESUME_VERSION, resumeSchema, type Position } from '../contracts/transaction.js';
import type { FlowContext, Step } from './types.js';

/** Milliseconds that a position is kept for a reload: as long as a hand-off may take. */
const KEPT_FOR = 30 * 60_000;

/** The part of a flow that may be kept: what was answered and typed, and where. By construction without PIN, CPR number and name. */
export function positionOf(context: FlowContext, step: Step): Position {
  const { flow, trail, answers, draft, mailboxProof, origin } = context;
  return { flow, step, trail, answers, draft, ...(mailboxProof === null ? {} : { mailboxProof }), ...(origin ? { origin } : {}) };
}

export const encodeResume = (position: Position, now: number): string =>
  JSON.stringify({ version: RESUME_VERSION, savedAt: now, position: { ...position, mailboxProof: undefined } });

/** The position in a stored record, or `undefined` when it is damaged, of another version or too old. */
export function decodeResume(stored: string | null, now: number): Position | undefined {
  if (stored === null) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch {
    return undefined;
  }
  const record = resumeSchema.safeParse(value);
  return record.success && now - record.data.savedAt <= KEPT_FOR && now >= record.data.savedAt ? record.data.position : undefined;
}

/** Whether there is anything to carry on with after a reload. */
export const isResumable = ({ answers, draft }: Pick<FlowContext, 'answers' | 'draft'>): boolean =>
  Object.keys(answers).length > 0 || Object.keys(draft).length > 0;
