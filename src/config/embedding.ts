import type { SignupConfigInput } from '../contracts/config.js';

/** What a page and a broker must allow, by a configuration. */
export interface EmbeddingNeeds {
  /** Value of the header `Content-Security-Policy`, for a page that has nothing but the element. */
  readonly securityPolicy: string;
  /** Where logins come back to, for the list that the broker compares with. */
  readonly redirectUris: readonly string[];
  /** Origin of the page, which the gateway has to allow when it is on another one. */
  readonly allowedOrigin: string | undefined;
}

type NeededConfig = Pick<SignupConfigInput, 'gateway' | 'identity' | 'login'>;

/** `page`: address of the page with the element; relative addresses are resolved against it. Throws a TypeError when it is none. */
export function embeddingNeeds({ gateway, identity, login }: NeededConfig, page: string): EmbeddingNeeds {
  const { origin } = new URL(page);
  const gatewayOrigin = new URL(gateway.url, page).origin;
  const isElsewhere = gatewayOrigin !== origin;
  const handover = login?.handover;
  const plainPage = new URL(page);
  plainPage.search = plainPage.hash = '';
  const returned = identity.redirectUri ?? (identity.mode === 'popup' ? 'callback.html' : plainPage.href);
  const logsInOutside = Object.values(identity.providers).some(
    ({ adapter, simulate }) => adapter !== 'host' && (adapter !== 'nemid' || simulate),
  );
  return {
    securityPolicy: [
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
      "require-trusted-types-for 'script'",
      `connect-src 'self'${isElsewhere ? ` ${gatewayOrigin}` : ''}`,
      ...(handover && (handover.mode ?? 'post') === 'post' ? ["form-action 'self'"] : []),
    ].join('; '),
    redirectUris: logsInOutside ? [new URL(returned, page).href] : [],
    allowedOrigin: isElsewhere ? origin : undefined,
  };
}
