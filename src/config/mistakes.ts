import type { SignupConfig } from '../contracts/config.js';
import { hasCrypto, returnsHere } from '../page/fitness.js';
import type { ConfigReading } from './read.js';
import type { ConfigSources, SourceReading } from './source.js';

/** A configuration that could not be had, or that is no JSON: `text` is what was there instead. */
export function explainUnread(src: string | null, reason: unknown, text: string | undefined): string[] {
  const what = src ? `config-src ${src}` : 'inline configuration';
  if (text === undefined) return [`${what}: ${String(reason)}; is the address right, and allowed by connect-src?`];
  if (src && /^\s*</.test(text)) return [`${what}: answered with a web page; write the address of the JSON itself`];
  const tag = /<\/?\w+[^>]*>/.exec(text)?.[0];
  return [
    `${what}: ${String(reason)}; ${tag ? `an editor has put ${tag} into it: put it into a file, and write config-src` : 'write JSON'}`,
  ];
}

const WAYS = 'write config-src="…", put a <script type="application/json"> inside the tag, or set the property config';

/** Why there is no configuration, as far as the tag tells. */
export function explainMissing(host: Element): string[] {
  const attribute = host.getAttributeNames().find((name) => name !== 'config-src' && /conf|src|json/.test(name));
  if (attribute) return [`${attribute}: unknown attribute; write config-src`];
  const text = host.textContent.trim();
  return [text.startsWith('{') ? `the configuration has lost its script tag, which editors remove; ${WAYS}` : `no configuration: ${WAYS}`];
}

/** Why no login can begin on this page, or none can end on it. */
export function explainUnfit(config: SignupConfig): string[] {
  return [
    ...(hasCrypto() ? [] : [`this page is on ${location.protocol}//, where browsers have no Web Crypto; serve it over https`]),
    ...(returnsHere(config)
      ? []
      : [`identity.redirectUri: is on another origin than this page; write an address on ${location.origin}, or leave it out`]),
  ];
}

/** What is wrong with what came of reading a configuration that can't be used here. */
export function explainReading(reading: SourceReading, { src, host }: ConfigSources): ConfigReading {
  if (!reading) return { issues: explainMissing(host) };
  if ('unread' in reading) return { issues: explainUnread(src, reading.unread, reading.text) };
  return 'issues' in reading ? reading : { issues: explainUnfit(reading.config), contact: reading.config.library.contact };
}

/** What the tag asks for. */
export interface Preselected {
  readonly audience: string | null;
  readonly provider: string | null;
}

/** Audiences and providers that the tag asks for and the configuration does not have. */
export function warnOfPreselection({ audience, provider }: Preselected, { register, identity }: SignupConfig): void {
  const warn = (name: string, value: string | null, known: readonly string[]): void => {
    if (value !== null && !known.includes(value)) console.warn(`[library-signup] ${name}="${value}": write ${known.join(' or ')}`);
  };
  const audiences = register?.audiences ?? [];
  warn(
    'audience',
    audience,
    audiences.map(({ id }) => id),
  );
  warn('provider', provider, Object.keys(identity.providers));
}

/** Children that are not shown: most often what follows a tag that was never closed. `undefined`: there are none. */
export function explainChildren(host: Element): string | undefined {
  const [first, ...others] = childrenInVain(host);
  if (!first) return undefined;
  const what = `<${first.localName}>${others.length > 0 ? ` and ${others.length} more` : ''}`;
  return `${what} inside <${host.localName}> will not be seen: give it slot="header", "help" or "footer", and close the tag by </${host.localName}>, as /> does not`;
}

function childrenInVain(host: Element): Element[] {
  const isSeen = (child: Element): boolean => child.slot !== '' || child.querySelector('script') !== null;
  return [...host.children].filter((child) => !isSeen(child) && !/^(script|template|style|noscript|link)$/.test(child.localName));
}

export function warnOfChildren(host: Element): void {
  const line = explainChildren(host);
  if (line) console.warn(`[library-signup] ${line}`);
}
