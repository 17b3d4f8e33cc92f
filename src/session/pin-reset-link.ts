import { replaceState } from '../page/history.js';

const PARAMETER = 'pin-reset';

/**
 * Takes the token of a mailed link for a new PIN out of the address bar, at once; `undefined` when there is none. It stands in the fragment, which no
 * server and no `Referer` sees; in the query of older links.
 */
export function takePinResetToken(): string | undefined {
  const url = new URL(location.href);
  const { searchParams, hash } = url;
  const inFragment = new URLSearchParams(hash.slice(1)).get(PARAMETER);
  const token = searchParams.get(PARAMETER) ?? inFragment;
  if (!token) return undefined;
  searchParams.delete(PARAMETER);
  if (inFragment) url.hash = '';
  replaceState(history.state, url.href);
  return token;
}
