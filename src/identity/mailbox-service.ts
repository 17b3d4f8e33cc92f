import type { MailboxPort, SecretHolder } from '../ports.js';
import { findMailboxCheck, type MailboxCheck, type MailboxTools } from './mailbox-check.js';
import { failure } from './oidc.js';
import { kaldemail } from './providers/kaldemail.js';

/** The checks of mailboxes: the host page's own, else the package's. */
export function createMailboxPort({ gateway, secrets }: { gateway: MailboxTools['gateway']; secrets: SecretHolder }): MailboxPort {
  const checkOf = (adapter: string): MailboxCheck => {
    const check = findMailboxCheck(adapter) ?? (adapter === kaldemail.adapter ? kaldemail : undefined);
    if (!check) throw failure('config-invalid', `mailbox.adapter: nobody has registered "${adapter}"`);
    return check;
  };
  const tools = (signal?: AbortSignal): MailboxTools => ({ gateway, code: () => secrets.get('code') ?? '', signal });
  return {
    challenge: async ({ adapter, ...request }, signal) => checkOf(adapter).challenge(request, tools(signal)),
    answer: async ({ adapter, ...request }, signal) => checkOf(adapter).answer(request, tools(signal)),
  };
}
