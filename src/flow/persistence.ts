import { toJson } from '../contracts/json.js';
import { RESUME_VERSION, resumeSchema, type Position } from '../contracts/transaction.js';
import type { FlowContext, Step } from './types.js';

/** Milliseconds that a position is kept for a reload: as long as a hand-off may take. */
const KEPT_FOR = 30 * 60_000;

/** The part of a flow that may be kept: what was answered and typed, and where. By construction without PIN, CPR number and name. */
export function positionOf(context: FlowContext, step: Step): Position {
  const { flow, trail, answers, draft, mailboxProof, linkIntent, origin } = context;
  return {
    flow,
    step,
    trail,
    answers,
    draft,
    ...(mailboxProof !== null && { mailboxProof }),
    ...(linkIntent !== null && { linkIntent }),
    ...(origin ? { origin } : {}),
  };
}

/** The record for a reload. The proof of a mailbox is not in it, so whoever had one begins before it. */
export function encodeResume({ mailboxProof, linkIntent: _, ...position }: Position, now: number): string {
  const { trail } = position;
  const unproven = mailboxProof && { step: 'register.kaldemail', trail: trail.slice(0, trail.indexOf('register.kaldemail')) };
  return toJson({ version: RESUME_VERSION, savedAt: now, position: { ...position, ...unproven } });
}

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
  return record.success && Math.abs(now - record.data.savedAt) <= KEPT_FOR ? record.data.position : undefined;
}

/** Whether there is anything to carry on with after a reload. */
export const isResumable = ({ answers, draft }: Pick<FlowContext, 'answers' | 'draft'>): boolean =>
  Object.keys(answers).length > 0 || Object.keys(draft).length > 0;
