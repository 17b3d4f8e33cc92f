import type { MailboxChallenge } from '../contracts/mailbox.js';
import type { Gateway } from '../ports.js';

/** What a check of a mailbox is made with. */
export interface MailboxTools {
  readonly gateway: Pick<Gateway, 'challengeMailbox' | 'answerMailboxChallenge'>;
  /** The code that was typed, at the moment of the request. Never to be kept. */
  code(): string;
  readonly signal?: AbortSignal;
}

/**
 * Proves that somebody reads a mailbox, by a code that is sent there: one object in one file, made known by {@link registerMailboxCheck}. Which
 * addresses count is the configuration's (`mailbox.domains`). Both calls reject with a `SignupError`; codes as in docs/back-end.md.
 */
export interface MailboxCheck {
  /** As `mailbox.adapter` in the configuration. */
  readonly adapter: string;
  /** Sends a code. The answer is the same whether the mailbox exists or not. */
  challenge(request: { email: string }, tools: MailboxTools): Promise<MailboxChallenge>;
  /** What the registration is sent with, for the right code. */
  answer(request: { challenge: string }, tools: MailboxTools): Promise<{ proof: string }>;
}

const checks = new Map<string, MailboxCheck>();

/** Makes a check known under its adapter name. The last one registered under a name counts. */
export function registerMailboxCheck(check: MailboxCheck): void {
  checks.set(check.adapter, check);
}

export const findMailboxCheck = (adapter: string): MailboxCheck | undefined => checks.get(adapter);
