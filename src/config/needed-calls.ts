import type { SignupConfig } from '../contracts/config.js';

/** Something that a configuration offers, by its path, and the calls behind it: one of them is enough. */
export interface NeededCall {
  readonly path: string;
  readonly calls: readonly string[];
}

/** What a gateway has to have for everything that a configuration offers. What a screen leaves out meanwhile stands in `src/flow/offers.ts`. */
export function neededCalls({ register, recover, login }: SignupConfig): NeededCall[] {
  const needed: NeededCall[] = [];
  const needs = (isOffered: unknown, path: string, ...calls: string[]): void => {
    if (isOffered) needed.push({ path, calls });
  };
  for (const [at, { kind, paper, mailbox }] of (register?.audiences ?? []).entries()) {
    const path = `register.audiences[${at}]`;
    if (kind === 'child') needs(!paper, path, 'POST child-applications');
    else needs(true, path, 'POST patrons', ...(kind === 'campus' ? ['POST pin-orders'] : []));
    needs(mailbox, `${path}.mailbox`, 'POST mailbox-challenges');
  }
  needs(recover?.routes?.includes('login'), 'recover.routes (login)', 'GET user-ids', 'PUT patrons/me/pin');
  needs(recover?.routes?.includes('email'), 'recover.routes (email)', 'POST user-id-reminders', 'POST pin-resets');
  needs(recover?.emailAsUserId, 'recover.emailAsUserId', 'POST user-ids');
  needs(login?.directory, 'login.directory', 'GET libraries');
  needs(login?.guest, 'login.guest', 'POST guest-orders');
  needs(login && login.handover?.mode !== 'none', 'login.handover', 'POST handovers');
  return needed;
}
