import type { Ui } from '../view.js';

/** `Your CPR number (010203-••••)`, as the library names it. */
export function userIdText(
  { t, localize, config }: Ui,
  userId: { type: 'cpr' | 'card' | 'email' | 'local'; hint?: string; label?: string } = { type: config.library.userIds[0] ?? 'cpr' },
): string {
  const name = localize(userId.label) || t(`user-id.${userId.type}`);
  return userId.hint ? `${name} (${userId.hint})` : name;
}
