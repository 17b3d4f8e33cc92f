import type { BrokerName } from '../contracts/config.js';
import { BROKERS, type LoginNotice } from './brokers.js';

/**
 * Codes of OAuth (RFC 6749 section 4.1.2.1) and OpenID Connect, and those of MitID's client, which brokers pass through
 * (named in the documentation of Nets eID Broker and Idura, and recorded by the StubID project). Any other is the provider's failure, never the
 * patron's doing.
 */
const NOTICES: readonly (readonly [LoginNotice, RegExp])[] = [
  // `…user_abort` and `…user_aborted`; at MitID's client after several wrong attempts, too.
  ['cancelled', /^access_denied$|user_abort/],
  // `no_ctx`: the login's session at the broker was gone.
  ['timed-out', /timeout$|no_ctx$/],
  ['not-permitted', /^unmet_authentication_requirements$|identity_not_found$|unknown_user$/],
];

/** The notice for an error response: by the first word of the description where that is a code, which has underscores, else by the error. */
export function noticeFor(name: BrokerName = 'generic', error: string, description = ''): LoginNotice {
  const code = (/^\s*(\w+_\w+)/.exec(description)?.[1] ?? error.trim()).toLowerCase();
  const [notice = 'provider-failed'] = NOTICES.find(([, codes]) => codes.test(code)) ?? [];
  return (code === 'access_denied' && BROKERS[name].denied) || notice;
}
