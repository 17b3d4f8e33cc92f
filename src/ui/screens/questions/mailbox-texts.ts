import type { MailboxChallenge } from '../../../contracts/mailbox.js';
import { audienceOf } from '../../../flow/audiences.js';
import { wordList } from '../../parts/word-list.js';
import type { Ui } from '../../view.js';

/** When a challenge or a failure came: they say seconds, and a screen that is drawn again must not start to count again. */
const arrivals = new WeakMap<object, number>();
export function arrivalOf(what: object): number {
  const at = arrivals.get(what) ?? Date.now();
  arrivals.set(what, at);
  return at;
}

export const lengthOf = (challenge: MailboxChallenge | null | undefined): number => challenge?.codeLength ?? 6;
export const domainsOf = ({ context }: Ui): readonly string[] => audienceOf(context)?.mailbox?.domains ?? [];

/** Texts that know which domains count, how long the code is, how many tries are left, and when to come back. */
export function withMailboxValues(ui: Ui): Ui {
  const { challenge, attemptsLeft, failure } = ui.mailbox ?? {};
  const domains = domainsOf(ui).map((domain) => domain.trim().replace(/^@?/, '@'));
  const until = failure && new Date(arrivalOf(failure) + (failure.retryAfter ?? 60) * 1000);
  const known = {
    domains: wordList(ui, domains, 'disjunction'),
    length: lengthOf(challenge),
    attempts: attemptsLeft ?? 0,
    time: until?.toLocaleTimeString(ui.language === 'da' ? 'da' : 'en-GB', { timeStyle: 'short', timeZone: 'Europe/Copenhagen' }) ?? '',
  };
  return { ...ui, t: (key, values) => ui.t(key, { ...known, ...values }) };
}
