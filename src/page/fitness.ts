import type { SignupConfig } from '../contracts/config.js';

/** Browsers have Web Crypto, without which no login can begin, on https and on this computer only. */
export const hasCrypto = (): boolean => isSecureContext && (crypto as Partial<Crypto>).subtle !== undefined;

/** A login has to come back to where it began: what it is compared with is kept by origin. */
export const returnsHere = ({ identity: { redirectUri = '' } }: Pick<SignupConfig, 'identity'>): boolean =>
  new URL(redirectUri, location.href).origin === location.origin;

/** Whether a login can begin on this page and end on it. */
export const canLogIn = (config: SignupConfig): boolean => hasCrypto() && returnsHere(config);
