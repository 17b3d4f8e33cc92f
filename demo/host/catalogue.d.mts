import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Purpose, Redemption } from '../../src/contracts/login.js';

export interface Visitor {
  verifier: string | undefined;
  /** What the gateway has told of the login. */
  told: Redemption | undefined;
  /** What the page was opened for. */
  purpose: Purpose;
}
export interface HostCredentials {
  /** Base of the gateway's calls. */
  readonly gateway: string;
  readonly clientId: string;
  readonly clientSecret: string;
}
export function visitorOf(request: IncomingMessage, response: ServerResponse): Visitor;
export function challengeFor(visitor: Visitor): string;
/** Rejects where the code is refused. */
export function redeem(visitor: Visitor, code: string, credentials: HostCredentials): Promise<void>;
