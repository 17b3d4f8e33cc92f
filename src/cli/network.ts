import { embeddingNeeds } from '../config/embedding.js';
import { neededCalls } from '../config/needed-calls.js';
import { offeredCallsSchema } from '../contracts/capabilities.js';
import type { SignupConfig } from '../contracts/config.js';
import { branchesSchema } from '../contracts/library.js';
import type { Findings } from './findings.js';
import { ask } from './source.js';

const problemOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const base = (url: string): string => (url.endsWith('/') ? url : `${url}/`);

/** Reachability of the gateway, and whether a page on another origin may call it. */
export async function checkGateway(config: SignupConfig, page: URL | undefined, findings: Findings): Promise<void> {
  const { gateway } = config;
  if (!page && !URL.canParse(gateway.url)) {
    findings.unsure('gateway.url', 'is relative: name the page by --page, so that it can be asked');
    return;
  }
  const url = base(new URL(gateway.url, page).href);
  const origin = page?.origin;
  const isElsewhere = origin !== undefined && new URL(url).origin !== origin;
  try {
    const response = await ask(`${url}branches`, { headers: origin === undefined ? {} : { Origin: origin } });
    if (!response.ok) findings.wrong('gateway', `GET branches answers ${response.status}`);
    else if (branchesSchema.safeParse(await response.json().catch(() => undefined)).success)
      findings.right('gateway', `${url} answers branches`);
    else findings.wrong('gateway', 'GET branches does not answer as the contract says');
    if (isElsewhere) checkAllowed(response, 'GET', origin, findings);
  } catch (error) {
    findings.wrong('gateway', `${url}branches: ${problemOf(error)}`);
    return;
  }
  await checkCapabilities(config, url, findings);
  if (!isElsewhere) return;
  const wanted = ['authorization', 'content-type', 'idempotency-key'];
  const preflight = await ask(`${url}sessions`, {
    method: 'OPTIONS',
    headers: { Origin: origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': wanted.join(',') },
  }).catch(() => undefined);
  if (!preflight?.ok) {
    findings.wrong('gateway, CORS', `OPTIONS sessions answers ${preflight?.status ?? 'nothing'}: browsers ask it before a registration`);
    return;
  }
  checkAllowed(preflight, 'POST', origin, findings);
  const allowed = (preflight.headers.get('access-control-allow-headers') ?? '').toLowerCase();
  const missing = wanted.filter((name) => !allowed.includes(name) && (allowed !== '*' || name === 'authorization'));
  if (missing.length > 0) findings.wrong('gateway, CORS', `Access-Control-Allow-Headers lacks ${missing.join(', ')}`);
  else findings.right('gateway, CORS', `lets pages on ${origin} write`);
}

/** Whether the gateway can do what the configuration offers: the element leaves out the rest. */
async function checkCapabilities(config: SignupConfig, url: string, findings: Findings): Promise<void> {
  const answer: unknown = await ask(`${url}capabilities`).then(
    (response) => (response.ok ? response.json().catch(() => undefined) : undefined),
    () => undefined,
  );
  const { success, data } = offeredCallsSchema.safeParse(answer);
  if (!success) {
    findings.unsure('gateway', 'GET capabilities does not tell what it can: everything in the configuration is offered');
    return;
  }
  const known = new Set(data.calls);
  const missing = neededCalls(config).filter(({ calls }) => !calls.some((call) => known.has(call)));
  for (const { path, calls } of missing)
    findings.wrong(path, `is not offered, as the gateway has no ${calls.join(' and no ')}: take it out, or let the gateway have it`);
  if (missing.length === 0) findings.right('gateway', 'can do what the configuration offers');
}

function checkAllowed(response: Response, method: string, origin: string, findings: Findings): void {
  const allowed = response.headers.get('access-control-allow-origin');
  if (allowed === origin || allowed === '*') return;
  findings.wrong('gateway, CORS', `${method}: Access-Control-Allow-Origin is ${allowed ?? 'missing'}, and has to be ${origin}`);
}

/** Whether brokers are there, and take the page's redirect URI. */
export async function checkProviders(config: SignupConfig, page: URL | undefined, findings: Findings): Promise<void> {
  const [redirectUri] = page ? embeddingNeeds(config, page.href).redirectUris : [];
  for (const [name, provider] of Object.entries(config.identity.providers)) {
    const { issuer, authorizationEndpoint, clientId } = provider;
    const about = `identity.providers.${name}`;
    if (issuer !== undefined && URL.canParse(issuer)) {
      const discovery = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
      const answer = await ask(discovery).then(
        async (response) =>
          response.ok ? ((await response.json().catch(() => ({}))) as { issuer?: string }) : `answers ${response.status}`,
        problemOf,
      );
      if (typeof answer === 'string') findings.unsure(about, `${discovery}: ${answer}`);
      else if (answer.issuer !== issuer)
        findings.wrong(about, `the broker calls itself ${answer.issuer ?? 'nothing'}: write it like that as issuer`);
      else findings.right(about, 'the broker is there, under this issuer');
    }
    if (redirectUri === undefined || authorizationEndpoint === undefined || clientId === undefined || !URL.canParse(authorizationEndpoint))
      continue;
    await checkRedirectUri(about, authorizationEndpoint, clientId, redirectUri, findings);
  }
}

/** Asks for a login that must fail at once: a broker that knows the redirect URI sends the refusal there. */
async function checkRedirectUri(about: string, endpoint: string, clientId: string, redirectUri: string, findings: Findings): Promise<void> {
  const url = new URL(endpoint);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: 'openid',
    state: 'library-signup-check',
    nonce: 'library-signup-check',
    prompt: 'none',
    // Of the verifier that RFC 7636 gives as its example; nothing is redeemed.
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  };
  for (const [key, value] of Object.entries(parameters)) url.searchParams.set(key, value);
  const response = await ask(url.href, { redirect: 'manual' }).catch((error: unknown) => problemOf(error));
  if (typeof response === 'string') return findings.wrong(about, `authorizationEndpoint: ${response}`);
  const location = response.headers.get('location') ?? '';
  if (location.startsWith(redirectUri)) findings.right(about, `the broker returns to ${redirectUri}`);
  else if (response.status >= 400)
    findings.wrong(about, `the broker answers ${response.status}: is ${redirectUri} among its redirect URIs?`);
  else findings.unsure(about, `the broker shows a page of its own: look whether it takes ${redirectUri}`);
}
