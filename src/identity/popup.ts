/** What the callback page sends, if it is what has sent it; `parameters` is its query string as it came. */
type Answer = { state?: unknown; parameters?: unknown } | null | undefined;

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
    const take = (data: Answer): void => {
      if (data?.state !== state || typeof data.parameters !== 'string') return;
      ending.abort();
      resolve(data.parameters);
    };
    const channel = new BroadcastChannel(name);
    channel.addEventListener('message', ({ data }) => take(data as Answer), { signal });
    signal.addEventListener('abort', () => channel.close(), { once: true });
    window.addEventListener(
      'storage',
      ({ key, newValue }) => {
        if (key === `${name}:answer`) take({ state, parameters: newValue });
      },
      { signal },
    );
    window.addEventListener(
      'message',
      ({ origin, data }) => {
        if (origin === location.origin) take(data as Answer);
      },
      { signal },
    );
  });
  return { parameters, stop: () => ending.abort() };
}
