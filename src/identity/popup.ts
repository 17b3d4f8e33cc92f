/** What the callback page sends; `parameters` is its query string as it came. */
interface Answer {
  state: string;
  parameters: string;
}

function isAnswer(data: unknown): data is Answer {
  return typeof data === 'object' && data !== null && 'state' in data && typeof data.state === 'string'
    && 'parameters' in data && typeof data.parameters === 'string';
}

export interface PopupAnswer {
  /** The query string of the first answer with this state. Stays open for ever when none comes: a window that looks closed says nothing under COOP. */
  readonly parameters: Promise<string>;
  stop(): void;
}

/**
 * Listens for the callback page in the three ways that it speaks. Broadcast channel and storage event got through in every combination of COOP that was
 * measured; `postMessage` where storage is partitioned or denied.
 */
export function listenForAnswer(state: string): PopupAnswer {
  const name = `library-signup:${state}`;
  const ending = new AbortController();
  const { signal } = ending;
  const parameters = new Promise<string>((resolve) => {
    const take = (data: unknown): void => {
      if (!isAnswer(data) || data.state !== state) return;
      ending.abort();
      resolve(data.parameters);
    };
    const channel = new BroadcastChannel(name);
    channel.addEventListener('message', ({ data }) => take(data), { signal });
    signal.addEventListener('abort', () => channel.close(), { once: true });
    window.addEventListener('storage', ({ key, newValue }) => {
      if (key === `${name}:answer` && newValue !== null) take({ state, parameters: newValue });
    }, { signal });
    window.addEventListener('message', ({ origin, data }) => {
      if (origin === location.origin) take(data);
    }, { signal });
  });
  return { parameters, stop: () => ending.abort() };
}
