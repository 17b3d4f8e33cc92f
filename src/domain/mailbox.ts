import { canonicalDomain, mailboxDomain, parseEmail } from './email.js';

/** Whether the address is in one of exactly these domains: no sub-domains, nothing that only looks alike. An entry may begin with @. */
export function isAllowedMailbox(email: string, domains: readonly string[]): boolean {
  if (!parseEmail(email).ok) return false;
  const domain = mailboxDomain(email);
  return domains.some((allowed) => canonicalDomain(allowed.trim().replace(/^@/, '')) === domain);
}
