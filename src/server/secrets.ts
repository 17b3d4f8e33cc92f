/** 128 bits, as hexadecimal digits. */
export const opaque = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

export function digits(length: number): string {
  let text = '';
  while (text.length < length) {
    // 250 is a multiple of ten: below it each digit is as likely as another.
    for (const byte of crypto.getRandomValues(new Uint8Array(length * 2)))
      if (byte < 250 && text.length < length) text += String(byte % 10);
  }
  return text;
}

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** SHA-256, base64url: S256 of PKCE (RFC 7636), and what a secret is stored as. */
export const sha256 = async (text: string): Promise<string> =>
  base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));

/** Whether two texts are the same, in a time that says nothing of where they differ. */
export async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([sha256(one), sha256(other)]);
  let difference = 0;
  for (let at = 0; at < a.length; at += 1) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}
