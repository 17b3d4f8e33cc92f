import type { Position, Transaction } from '../contracts/transaction.js';
import type { HandOffNotice } from '../ports.js';
import { peekTransaction, pendingTransaction, sweepTransactions, takeTransaction, type StorageAreas } from './transactions.js';

/** A return as it stood in the address bar, matched to what this element stored. Opening it needs the configuration: `resolveReturn`. */
export type CapturedReturn =
  | { readonly outcome: 'response'; readonly parameters: URLSearchParams; readonly transaction: Transaction }
  | { readonly outcome: 'refused'; readonly notice: HandOffNotice; readonly provider?: string; readonly position?: Position };

export interface CaptureOptions {
  /** Milliseconds since 1970. */
  now?: number;
  areas?: StorageAreas;
  /** How the page was come to; `back_forward` without an answer means that the patron turned round. */
  navigationType?: string;
}

/** Everything that a response may bring, also what is never accepted (`id_token`, `access_token`, `response`). */
const RESPONSE_PARAMETERS = [
  'code', 'state', 'iss', 'error', 'error_description', 'error_uri', 'session_state', 'id_token', 'access_token', 'response',
];

const nameOf = (pair: string): string => [...new URLSearchParams(pair).keys()][0] ?? '';

/** The response in a query string, or `null`. One without `state` belongs to somebody else. */
export function readResponse(search: string): URLSearchParams | null {
  const parameters = new URLSearchParams(search);
  for (const name of [...parameters.keys()]) if (!RESPONSE_PARAMETERS.includes(name)) parameters.delete(name);
  return parameters.has('state') && [...parameters.keys()].some((name) => name !== 'state') ? parameters : null;
}

/** Takes the response out of the address bar. Other parameters stay to the letter, and so do fragment and history state. */
function cleanAddress(): void {
  const kept = location.search.slice(1).split('&').filter((pair) => pair !== '' && !RESPONSE_PARAMETERS.includes(nameOf(pair)));
  const address = new URL(location.href);
  address.search = kept.join('&');
  history.replaceState(history.state, '', address);
}

/** Matches a response to its transaction, which is used up by this. `null`: it is another element's. */
export function matchResponse(parameters: URLSearchParams, owner: string, now: number, areas?: StorageAreas): CapturedReturn | null {
  const states = parameters.getAll('state');
  const known = states.map((state) => peekTransaction(state, areas));
  if (known.some((one) => one !== undefined && one.owner !== owner)) return null;
  const [taken] = states.map((state) => takeTransaction(state, now, areas));
  // A name that stands twice would let two readers see two different responses.
  const isDoubled = [...parameters.keys()].length !== new Set(parameters.keys()).size;
  if (taken === undefined || taken === 'expired' || isDoubled) {
    // What was typed more than half an hour ago may be another person's by now: an expired position stays behind.
    const position = taken === 'expired' ? undefined : known[0]?.position;
    return { outcome: 'refused', notice: 'rejected', provider: known[0]?.provider, position };
  }
  return { outcome: 'response', parameters, transaction: taken };
}

/**
 * Looks for a return from a provider in the address bar, synchronously, so that the parameters are gone before anything else of the element runs.
 * Needs no configuration. `null`: nothing came back, or it is for another element of the page. The fragment is never read.
 */
export function captureReturn(owner: string, options: CaptureOptions = {}): CapturedReturn | null {
  const { now = Date.now(), areas } = options;
  const parameters = readResponse(location.search);
  if (parameters) {
    const captured = matchResponse(parameters, owner, now, areas);
    if (captured) cleanAddress();
    sweepTransactions(now, areas);
    return captured;
  }
  sweepTransactions(now, areas);
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if ((options.navigationType ?? navigation?.type) !== 'back_forward') return null;
  // The record stays: going Forward again, the patron can still finish.
  const pending = pendingTransaction(owner, now, areas);
  return pending ? { outcome: 'refused', notice: 'never-returned', provider: pending.provider, position: pending.position } : null;
}
