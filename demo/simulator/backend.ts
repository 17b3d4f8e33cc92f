import type { ScenarioSetting } from '../../mocks/scenarios.js';

import type { Mail } from '../../mocks/library/mailbox.js';

export type { Mail };

/** What the panel can do with the library system behind the element. */
export interface Backend {
  scenario(): Promise<ScenarioSetting>;
  setScenario(setting: ScenarioSetting): Promise<void>;
  mails(): Promise<Mail[]>;
  /** Calls back for every mail that is sent; servers are asked from time to time instead. */
  onMail?(listener: () => void): void;
  reset(): Promise<void>;
}

/** The gateway's own control, beside the contract: `_demo/…` next to its base. */
export function createServerBackend(gatewayUrl: string): Backend {
  const call = async (method: string, name: string, body?: unknown): Promise<Response> => {
    const response = await fetch(new URL(`../_demo/${name}`, gatewayUrl), {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response;
  };
  return {
    scenario: async () => (await call('GET', 'scenario')).json() as Promise<ScenarioSetting>,
    setScenario: async (setting) => void (await call('PUT', 'scenario', setting)),
    mails: async () => (await call('GET', 'mails')).json() as Promise<Mail[]>,
    reset: async () => void (await call('POST', 'reset')),
  };
}

/** What is needed of the library system in the browser. */
export interface BrowserLibrary {
  readonly scenario: { get(): ScenarioSetting; set(setting: ScenarioSetting): void };
  readonly mails: readonly Mail[];
  onMail(listener: () => void): () => void;
  reset(): void;
}

export function createBrowserBackend(library: BrowserLibrary): Backend {
  return {
    scenario: async () => library.scenario.get(),
    setScenario: async (setting) => library.scenario.set(setting),
    mails: async () => [...library.mails],
    onMail: (listener) => void library.onMail(listener),
    reset: async () => library.reset(),
  };
}
