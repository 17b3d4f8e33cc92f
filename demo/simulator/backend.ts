import type { ScenarioSetting } from '../../mocks/scenarios.js';

/** A mail as the library system sent it; shown as it is. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What the panel can do with the library system behind the element. */
export interface Backend {
  scenario(): Promise<ScenarioSetting>;
  setScenario(setting: ScenarioSetting): Promise<void>;
  mails(): Promise<Mail[]>;
  reset(): Promise<void>;
}

function toMail(value: unknown): Mail {
  const facts = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const text = (name: string): string => (typeof facts[name] === 'string' ? facts[name] : '');
  return { to: text('to'), subject: text('subject'), text: text('text') || text('body') };
}

/** The gateway's own control, beside the contract: `/_demo/…` on its origin. */
export function createServerBackend(gatewayUrl: string): Backend {
  const call = async (method: string, name: string, body?: unknown): Promise<Response> => {
    const response = await fetch(new URL(`/_demo/${name}`, gatewayUrl), {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response;
  };
  return {
    scenario: async () => (await call('GET', 'scenario')).json() as Promise<ScenarioSetting>,
    setScenario: async (setting) => void (await call('PUT', 'scenario', setting)),
    mails: async () => ((await (await call('GET', 'mails')).json()) as unknown[]).map(toMail),
    reset: async () => void (await call('POST', 'reset')),
  };
}

/** What is needed of the library system in the browser. */
export interface BrowserLibrary {
  readonly scenario: { get(): ScenarioSetting; set(setting: ScenarioSetting): void };
  readonly mails: readonly unknown[];
  reset(): void;
}

export function createBrowserBackend(library: BrowserLibrary): Backend {
  return {
    scenario: async () => library.scenario.get(),
    setScenario: async (setting) => library.scenario.set(setting),
    mails: async () => library.mails.map(toMail),
    reset: async () => library.reset(),
  };
}
