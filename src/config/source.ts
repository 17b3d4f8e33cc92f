import { readConfig, type ConfigReading, type Explain } from './read.js';

/** Where a configuration can come from, strongest first: the property, `config-src`, an inline script. */
export interface ConfigSources {
  readonly property: unknown;
  readonly src: string | null;
  readonly host: Element;
}

/** The text of the configuration, once the page's parser is through with the element; none: `undefined`. `signal` ends waiting and the request. */
async function textOf({ src, host }: ConfigSources, signal: AbortSignal): Promise<string | undefined> {
  if (src) {
    const response = await fetch(src, { signal });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return response.text();
  }
  const inline = (): Element | null => host.querySelector(':scope > script[type="application/json"]');
  if (!inline() && document.readyState === 'loading') {
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true, signal }));
  }
  return inline()?.textContent ?? undefined;
}

/** The configuration, or what is wrong with it; `undefined` while there is none. Never rejects. */
export async function readConfiguration(sources: ConfigSources, explain: Explain, signal: AbortSignal): Promise<ConfigReading | undefined> {
  const { property, src } = sources;
  if (property !== undefined && property !== null) return readConfig(property, explain);
  try {
    const text = await textOf(sources, signal);
    return text === undefined ? undefined : await readConfig(JSON.parse(text), explain);
  } catch (error) {
    return { issues: [`${src ? `config-src ${src}` : 'inline configuration'}: ${String(error)}`] };
  }
}
