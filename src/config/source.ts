import { whenParsed } from '../page/document.js';
import { limitTime, PATIENCE } from '../page/time-limit.js';
import { readConfig, type ConfigReading, type Explain } from './read.js';

/** Where a configuration can come from, strongest first: the property, `config-src`, an inline script. */
export interface ConfigSources {
  readonly property: unknown;
  readonly src: string | null;
  readonly host: Element;
}

/** What came of reading: a configuration or what is wrong with it, the reason why its text could not be had or read, or `undefined`: there is none. */
export type SourceReading = ConfigReading | { unread: unknown; text?: string } | undefined;

async function fetchText(src: string, signal: AbortSignal): Promise<string> {
  const limit = limitTime(PATIENCE, signal);
  try {
    const response = await fetch(src, { signal: limit.signal });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return await response.text();
  } finally {
    limit.clear();
  }
}

/** Editors wrap what stands inside the tag into paragraphs of their own. */
const inlineScript = (host: Element): Element | null => host.querySelector('script[type="application/json"]');

/** The text of the configuration, once the page's parser is through with the element; none: `undefined`. `signal` ends waiting and the request. */
async function textOf({ src, host }: ConfigSources, signal: AbortSignal): Promise<string | undefined> {
  if (src) return fetchText(src, signal);
  if (!inlineScript(host)) await whenParsed();
  return inlineScript(host)?.textContent ?? undefined;
}

/** Reads the configuration. Never rejects. */
export async function readConfiguration(sources: ConfigSources, explain: Explain, signal: AbortSignal): Promise<SourceReading> {
  const { property } = sources;
  if (property !== undefined && property !== null) return readConfig(property, explain);
  let text: string | undefined;
  try {
    text = await textOf(sources, signal);
    return text === undefined ? undefined : await readConfig(JSON.parse(text), explain);
  } catch (error) {
    return { unread: error, ...(text !== undefined && { text }) };
  }
}
