import { explain } from '../config/issues.js';
import type { SignupConfig } from '../contracts/config.js';
import { Findings } from './findings.js';
import { checkGateway, checkProviders } from './network.js';
import { checkPolicy } from './policy.js';
import { isAddress, readSource, type Source } from './source.js';
import { readPage } from './tags.js';
import { UsageError } from './usage-error.js';

export interface CheckOptions {
  page?: string | undefined;
  offline: boolean;
  json: boolean;
}

/** What the element would say of a configuration; the configuration where it can be used. */
function readConfiguration(text: string, about: string, findings: Findings): SignupConfig | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    findings.wrong(about, error instanceof Error ? error.message : 'is no JSON');
    return undefined;
  }
  const reading = explain(value);
  if ('issues' in reading) {
    for (const issue of reading.issues) findings.wrong(about, issue);
    return undefined;
  }
  for (const warning of reading.warnings) findings.unsure(about, warning);
  findings.right(about, 'is complete');
  return reading.config;
}

async function checkConfiguration(
  config: SignupConfig,
  page: URL | undefined,
  { offline }: CheckOptions,
  findings: Findings,
): Promise<void> {
  if (page?.protocol === 'http:' && !/^(localhost|127\.|\[::1\])/.test(page.host)) {
    findings.wrong('page', 'is on http://, where browsers have no Web Crypto; serve it over https');
  }
  const { redirectUri } = config.identity;
  if (page && redirectUri !== undefined && new URL(redirectUri, page).origin !== page.origin) {
    findings.wrong('identity.redirectUri', `is on another origin than this page; write an address on ${page.origin}, or leave it out`);
  }
  if (offline) return;
  await checkGateway(config, page, findings);
  await checkProviders(config, page, findings);
}

async function checkPage(target: string, { text, url, headers }: Source, options: CheckOptions, findings: Findings): Promise<void> {
  const { tags, policies } = readPage(text);
  const address = options.page ?? url;
  const page = address === undefined ? undefined : new URL(address);
  if (tags.length === 0) findings.wrong(target, 'has no <library-signup>, or a script puts it there: check the configuration by itself');
  for (const { attributes, inline } of tags) {
    const src = attributes['config-src'];
    const config =
      inline === undefined
        ? await configurationOf(src, target, page, findings)
        : readConfiguration(inline, `${target}, inline configuration`, findings);
    if (!config) continue;
    for (const policy of [headers.get('content-security-policy') ?? '', ...policies]) {
      if (policy !== '' && page) checkPolicy(policy, page, new URL(config.gateway.url, page), findings);
    }
    await checkConfiguration(config, page, options, findings);
  }
}

async function configurationOf(
  src: string | undefined,
  target: string,
  page: URL | undefined,
  findings: Findings,
): Promise<SignupConfig | undefined> {
  if (src === undefined) {
    findings.unsure(target, 'the tag has no configuration: a script has to set it');
    return undefined;
  }
  // Beside a file on disk the configuration is one too.
  const address = page ? new URL(src, page).href : isAddress(target) ? new URL(src, target).href : target.replace(/[^/\\]*$/, '') + src;
  try {
    return readConfiguration((await readSource(address)).text, `config-src ${src}`, findings);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    findings.wrong(`config-src ${src}`, error.message);
    return undefined;
  }
}

export async function check(targets: readonly string[], options: CheckOptions): Promise<number> {
  if (options.page !== undefined && !URL.canParse(options.page))
    throw new UsageError(`--page ${options.page}: write the whole address, with https://`);
  const findings = new Findings();
  for (const target of targets) {
    const source = await readSource(target);
    if (/^\s*</.test(source.text)) await checkPage(target, source, options, findings);
    else {
      const config = readConfiguration(source.text, target, findings);
      if (config) await checkConfiguration(config, options.page === undefined ? undefined : new URL(options.page), options, findings);
    }
  }
  console.log(options.json ? JSON.stringify({ fine: findings.isFine, findings: findings.all }, null, 2) : findings.toString());
  return findings.isFine ? 0 : 1;
}
