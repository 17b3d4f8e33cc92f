import { readConfig, type ConfigReading } from './config-reader.js';

/** Where a configuration can come from, strongest first: the property, `config-src`, an inline script. */
export interface ConfigSources {
  readonly property: unknown;
  readonly src: string | null;
  readonly host: Element;
}

/** The element's inline configuration: a child `<script type="application/json">`. */
const inlineOf = (host: Element): Element | null => host.querySelector(':scope > script[type="application/json"]');

/** Whether the parser may still be busy with the element's children. */
const isParsing = (host: Element): boolean => host.ownerDocument.readyState === 'loading';

/**
 * The raw configuration, or `undefined` when there is none yet. Rejects with a message for the developer when it can't be read.
 * `signal` ends waiting for the page and the request.
 */
async function loadConfig({ property, src, host }: ConfigSources, signal: AbortSignal): Promise<unknown> {
  if (property !== undefined && property !== null) return property;
  if (src !== null && src !== '') {
    const response = await fetch(new URL(src, host.ownerDocument.baseURI), { signal, credentials: 'same-origin' });
    if (!response.ok) throw new Error(`config-src: ${src} answered ${String(response.status)}`);
    return (await response.json().catch((error: unknown) => {
      throw new Error(`config-src: ${src} is not JSON`, { cause: error });
    })) as unknown;
  }
  if (!inlineOf(host) && isParsing(host)) {
    await new Promise<void>((resolve) => {
      host.ownerDocument.addEventListener('DOMContentLoaded', () => { resolve(); }, { once: true, signal });
    });
  }
  const text = inlineOf(host)?.textContent;
  if (text === undefined || text === null) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Error('the inline configuration is not JSON', { cause: error });
  }
}

/** The configuration, or what is wrong with it; `undefined` while there is none. Never rejects. */
export async function readConfiguration(sources: ConfigSources, signal: AbortSignal): Promise<ConfigReading | undefined> {
  try {
    const source = await loadConfig(sources, signal);
    return source === undefined ? undefined : await readConfig(source);
  } catch (error) {
    return { issues: [error instanceof Error ? error.message : 'the configuration could not be read'] };
  }
}
