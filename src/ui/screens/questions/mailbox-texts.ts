import type { MailboxChallenge } from '../../../contracts/mailbox.js';
import { todayInCopenhagen } from '../../../domain/copenhagen.js';
import { audienceOf } from '../../../flow/audiences.js';
import { wordList } from '../../parts/word-list.js';
import type { Ui } from '../../view.js';

/**
 * When a challenge or a failure came: they say seconds, and a screen that is drawn again must not start to count again. In milliseconds since the page was
 * opened, which no change of the device's clock moves.
 */
const arrivals = new WeakMap<object, number>();
export function arrivalOf(what: object): number {
  const at = arrivals.get(what) ?? performance.now();
  arrivals.set(what, at);
  return at;
}

/** `kl. 22.55`, with its day where that is another one. */
function momentText(at: number, { language, t, clock }: Ui): string {
  const [locale, timeZone] = [language === 'da' ? 'da' : 'en-GB', 'Europe/Copenhagen'];
  const time = new Date(at).toLocaleTimeString(locale, { timeStyle: 'short', timeZone });
  if (todayInCopenhagen(at) === todayInCopenhagen(clock.now())) return t('moment.today', { time });
  return t('moment.day', {
    time,
    day: new Date(at).toLocaleDateString(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone }),
  });
}

export const lengthOf = (challenge: MailboxChallenge | null | undefined): number => challenge?.codeLength ?? 6;
export const domainsOf = ({ context }: Ui): readonly string[] => audienceOf(context)?.mailbox?.domains ?? [];

/** Texts that know which domains count, how long the code is, how many tries are left, and when to come back. */
export function withMailboxValues(ui: Ui): Ui {
  const { challenge, attemptsLeft, failure } = ui.mailbox ?? {};
  const domains = domainsOf(ui).map((domain) => domain.trim().replace(/^@?/, '@'));
  const until = failure && ui.clock.now() + arrivalOf(failure) - performance.now() + (failure.retryAfter ?? 60) * 1000;
  const known = {
    domains: wordList(ui, domains, 'disjunction'),
    length: lengthOf(challenge),
    attempts: attemptsLeft ?? 0,
    time: until ? momentText(until, ui) : '',
  };
  return { ...ui, t: (key, values) => ui.t(key, { ...known, ...values }) };
}
