import type { Position, Transaction } from '../contracts/transaction.js';
import type { HandOffNotice } from '../ports.js';
import { replaceState } from '../page/history.js';
import { freshTransactions, removeTransaction, type StorageAreas } from './transactions.js';

/** A response that is matched to what this element stored. Opening it needs the configuration: `openReturn`. */
export interface CapturedResponse {
  readonly outcome: 'response';
  readonly parameters: URLSearchParams;
  readonly transaction: Transaction;
}
/** A return as it stood in the address bar. */
export type CapturedReturn =
  | CapturedResponse
  | { readonly outcome: 'refused'; readonly notice: HandOffNotice; readonly provider?: string; readonly position?: Position };

export interface CaptureOptions {
  /** Milliseconds since 1970. */
  now: number;
  areas?: StorageAreas;
  /** How the page was come to; `back_forward` without an answer means that the patron turned round. */
  navigationType?: string;
}

/** Everything that a response may bring, also what is never accepted (`id_token`, `access_token`, `response`). */
const RESPONSE_PARAMETERS = [
  'code',
  'state',
  'iss',
  'error',
  'error_description',
  'error_uri',
  'session_state',
  'id_token',
  'access_token',
  'response',
];

const isOfResponse = (name = ''): boolean => RESPONSE_PARAMETERS.includes(name);

/** The response in a query string, or `null`. One without `state` belongs to somebody else. */
export function readResponse(search: string): URLSearchParams | null {
  const parameters = new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => isOfResponse(name)));
  return parameters.has('state') && new Set(parameters.keys()).size > 1 ? parameters : null;
}

/** Takes the response out of the address bar. Other parameters stay to the letter, and so do fragment and history state. */
function cleanAddress(): void {
  const kept = location.search
    .slice(1)
    .split('&')
    .filter((pair) => !isOfResponse([...new URLSearchParams(pair).keys()][0]));
  const address = new URL(location.href);
  address.search = kept.join('&');
  replaceState(history.state, address.href);
}

/** Matches a response to its transaction, which is used up by this. `null`: it is another element's. */
export function matchResponse(parameters: URLSearchParams, owner: string, now: number, areas?: StorageAreas): CapturedReturn | null {
  const states = parameters.getAll('state');
  const { own, copies } = freshTransactions(now, areas);
  const known = [...own, ...copies].filter(({ state }) => states.includes(state));
  if (known.some((one) => one.owner !== owner)) return null;
  for (const one of known) removeTransaction(one, areas);
  const [transaction] = known;
  // A name that stands twice would let two readers see two different responses.
  const isDoubled = [...parameters.keys()].length !== new Set(parameters.keys()).size;
  if (transaction && !isDoubled) return { outcome: 'response', parameters, transaction };
  // What was typed more than half an hour ago may be another person's by now, and is gone with its transaction.
  return { outcome: 'refused', notice: 'rejected', provider: transaction?.provider, position: transaction?.position };
}

/**
 * Looks for a return from a provider in the address bar, synchronously, so that the parameters are gone before anything else of the element runs.
 * Needs no configuration. `null`: nothing came back, or it is for another element of the page. The fragment is never read.
 */
export function captureReturn(owner: string, options: CaptureOptions): CapturedReturn | null {
  const { now, areas } = options;
  const parameters = readResponse(location.search);
  if (parameters) {
    const captured = matchResponse(parameters, owner, now, areas);
    if (captured) cleanAddress();
    return captured;
  }
  const [pending] = freshTransactions(now, areas)
    .own.filter((one) => one.owner === owner && one.mode === 'redirect')
    .sort((one, other) => other.createdAt - one.createdAt);
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!pending || (options.navigationType ?? navigation?.type) !== 'back_forward') return null;
  // The record stays: going Forward again, the patron can still finish.
  return { outcome: 'refused', notice: 'never-returned', provider: pending.provider, position: pending.position };
}
