import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Encrypts what is kept, and names it without telling what it is. Made of one secret of at least 32 characters. */
export interface Sealer {
  seal(value: unknown): string;
  /** Throws where the text was not sealed by this secret. */
  open(sealed: string): unknown;
  /** The same text has the same name, and nobody without the secret can tell which. */
  name(text: string): string;
}

export function createSealer(secret: string): Sealer {
  if (secret.length < 32) throw new TypeError('the secret needs 32 characters at least');
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `library-signup ${purpose}`, 32));
  const [encryption, naming] = [derive('encryption'), derive('names')];
  return {
    seal: (value) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', encryption, nonce);
      const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', encryption, bytes.subarray(0, 12), { authTagLength: 16 });
      decipher.setAuthTag(bytes.subarray(12, 28));
      return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')) as unknown;
    },
    name: (text) => createHmac('sha256', naming).update(text).digest('base64url'),
  };
}
