import type { Library } from '../../../contracts/directory.js';
import { loginOf } from '../../../flow/login/dictionary.js';
import type { LoginContext } from '../../../flow/types.js';
import { wordList } from '../../parts/word-list.js';
import type { Ui } from '../../view.js';

/** `CPR number or borrower number`: what the library knows its patrons by. */
export const userIdName = (ui: Ui, { userIds }: Pick<Library, 'userIds'>): string =>
  wordList(
    ui,
    (userIds.length > 0 ? userIds : (['local'] as const)).map((kind) => ui.t(`field.user-id.${kind}`)),
    'disjunction',
  );

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** What the login knows, and a screen's means with the chosen library's name and its user ID in every text. */
export function withLibrary(plain: Ui): { ui: Ui; login: LoginContext; library: Library | null; name: string } {
  const login = loginOf(plain.context);
  const { chosen } = login;
  const name = chosen?.name ?? '';
  const known = { library: name, ...(chosen && { userId: userIdName(plain, chosen) }) };
  return { ui: { ...plain, t: (key, values) => plain.t(key, { ...known, ...values }) }, login, library: chosen, name };
}
