import type { Findings } from './findings.js';

type Directives = ReadonlyMap<string, readonly string[]>;

function parse(policy: string): Directives {
  const directives = policy.split(';').map((part) => part.trim().split(/\s+/));
  return new Map(directives.map(([name = '', ...sources]) => [name.toLowerCase(), sources] as const));
}

/** Whether sources let an address through, as far as it can be told without running the page. */
function allows(sources: readonly string[] | undefined, address: URL, page: URL): boolean {
  if (!sources) return true;
  return sources.some((source) => {
    if (source === '*') return /^https?:$/.test(address.protocol);
    if (source === "'self'") return address.origin === page.origin;
    if (/^[a-z][a-z\d+.-]*:$/i.test(source)) return address.protocol === source.toLowerCase();
    if (source.startsWith("'")) return false;
    const [, scheme, host = '', port] = /^(?:([a-z][a-z\d+.-]*:)\/\/)?([^/:]+)(?::(\d+|\*))?/i.exec(source) ?? [];
    const wild = host.startsWith('*.') ? address.hostname.endsWith(host.slice(1)) : address.hostname === host;
    const defaultPort = address.protocol === 'https:' ? '443' : '80';
    const samePort = port === '*' || (address.port || defaultPort) === (port ?? defaultPort);
    return wild && samePort && (scheme === undefined || scheme === address.protocol);
  });
}

/** What a page's policy forbids of what the element needs. */
export function checkPolicy(policy: string, page: URL, gateway: URL, findings: Findings): void {
  const directives = parse(policy);
  const about = 'Content-Security-Policy';
  const of = (name: string): readonly string[] | undefined => directives.get(name) ?? directives.get('default-src');
  const before = findings.all.length;
  if (!allows(of('connect-src'), gateway, page)) findings.wrong(about, `connect-src does not allow ${gateway.origin}`);
  const trusted = directives.get('trusted-types');
  if (trusted && !trusted.includes('*') && !trusted.includes('lit-html')) findings.wrong(about, 'trusted-types does not allow lit-html');
  const frame = directives.get('sandbox');
  if (frame && !frame.includes('allow-scripts')) findings.wrong(about, 'sandbox does not allow scripts');
  if (frame && !frame.includes('allow-same-origin')) findings.wrong(about, 'sandbox does not allow same-origin: no login can come back');
  if (findings.all.length === before) findings.right(about, 'lets the element reach its gateway');
}
