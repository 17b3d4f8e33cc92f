export type EmailProblem = 'required' | 'invalid';
export type EmailResult = { ok: true; email: string } | { ok: false; code: EmailProblem };

/** No spaces, invisible characters or characters that an address could only have in quotes. */
const PART = String.raw`[^\s\p{C}\p{Z}@,;:<>()[\]\\"`;
/** Before the sign, `/`, `?`, `#` and `%` are letters like others (RFC 5322 section 3.2.3). */
const ADDRESS = new RegExp(`^${PART}]+@(${PART}/?#%]+)$`, 'u');

/**
 * A domain as DNS knows it (lower case, IDN as `xn--`), or `null` where it is none. A label that only turns into plain letters by way of Unicode
 * (full-width letters, the Kelvin sign, an ideographic full stop) is no way to write a domain but a disguise, and refused.
 */
export function canonicalDomain(domain: string): string | null {
  let host: string;
  try {
    host = new URL(`https://${domain}`).hostname;
  } catch {
    return null;
  }
  const typed = domain.split('.');
  const isGenuine = (label: string, at: number): boolean =>
    label.startsWith('xn--') || label === typed[at]?.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return host.split('.').every(isGenuine) ? host : null;
}

/** The canonical domain of an e-mail address, or `null` where it is no address. */
export function mailboxDomain(email: string): string | null {
  const domain = ADDRESS.exec(email.trim())?.[1];
  return domain === undefined ? null : canonicalDomain(domain);
}

/** An e-mail address, checked leniently: whether it exists only a mail can tell. Trimmed, otherwise as typed. */
export function parseEmail(input: string): EmailResult {
  const email = input.trim();
  if (email === '') return { ok: false, code: 'required' };
  const domain = mailboxDomain(email);
  // 254: RFC 5321 section 4.5.3.1.3, less the angle brackets. A last label of digits is an IP address.
  const plausible = domain !== null && email.length <= 254 && /\.[^.\d][^.]+$/.test(domain) && !/^\.|[.@]\.|\.@/.test(email);
  return plausible ? { ok: true, email } : { ok: false, code: 'invalid' };
}
