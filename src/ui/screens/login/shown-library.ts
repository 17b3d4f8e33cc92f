import type { GuestField, Library } from '../../../contracts/directory.js';
import { loginOf } from '../../../flow/login/dictionary.js';
import type { LoginContext } from '../../../flow/types.js';
import type { MessageKey } from '../../../locales/messages.js';
import { wordList } from '../../parts/word-list.js';
import type { Ui } from '../../view.js';

/** `CPR number or borrower number`: what the library knows its patrons by. */
const userIdName = (ui: Ui, { userIds }: Pick<Library, 'userIds'>): string =>
  wordList(
    ui,
    (userIds.length > 0 ? userIds : (['local'] as const)).map((kind) => ui.t(`field.user-id.${kind}`)),
    'disjunction',
  );

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Of fields that other screens have, too. */
const NAMES: Partial<Record<GuestField['name'], MessageKey>> = {
  cpr: 'field.user-id.cpr',
  userId: 'field.user-id.local',
  customId: 'field.user-id.card',
  userMail: 'field.email',
  userTelephone: 'field.phone',
  pincode: 'field.card-pin',
};

/** What a login knows, and a screen's means with the library's name, its user ID and its fields in every text. */
export function withLibrary(plain: Ui): { ui: Ui & { labels: Record<string, string> }; login: LoginContext; library: Library | null } {
  const login = loginOf(plain.context);
  const { chosen } = login;
  const userId = chosen ? userIdName(plain, chosen) : '';
  const known = { library: chosen?.name ?? '', userId };
  const labels: Record<string, string> = { userId: capital(userId), pin: plain.t('field.card-pin') };
  for (const { name, label } of chosen?.policy.guestFields ?? [])
    labels[name] = plain.localize(label) || capital(plain.t(NAMES[name] ?? (`guest.${name}` as MessageKey)));
  return { ui: { ...plain, labels, t: (key, values) => plain.t(key, { ...known, ...values }) }, login, library: chosen };
}
