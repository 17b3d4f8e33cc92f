import { replaceState } from '../page/history.js';

const PARAMETER = 'pin-reset';

/** Takes the token of a mailed link for a new PIN out of the address bar, at once; `undefined` when there is none. */
export function takePinResetToken(): string | undefined {
  const url = new URL(location.href);
  const token = url.searchParams.get(PARAMETER);
  if (token === null || token === '') return undefined;
  url.searchParams.delete(PARAMETER);
  replaceState(history.state, url.href);
  return token;
}
