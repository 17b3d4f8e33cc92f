/**
 * The script of `callback.html`, where a popup ends. It hands its query string to the page that is waiting, in three ways because each can be cut off
 * (see `popup.ts`), takes it out of the address bar and closes the window.
 */
const parameters = location.search;
const address = new URL(location.href);
address.search = '';
history.replaceState(null, '', address);

const state = new URLSearchParams(parameters).get('state');
if (state !== null && /^[\w-]{43}$/.test(state)) {
  const name = `library-signup:${state}`;
  const answer = { state, parameters };
  const ways = [
    (): void => {
      const channel = new BroadcastChannel(name);
      channel.postMessage(answer);
      channel.close();
    },
    (): void => {
      // The event is all that is wanted: nothing stays behind.
      localStorage.setItem(`${name}:answer`, parameters);
      localStorage.removeItem(`${name}:answer`);
    },
    (): void => (window.opener as Window | null)?.postMessage(answer, location.origin),
  ];
  for (const send of ways) {
    try {
      send();
    } catch {
      // Storage denied, or an opener that is cut off: the other ways remain.
    }
  }
}

/** Seen where the browser does not let a page close itself. */
for (const [language, text] of [
  ['da', 'Du kan lukke dette vindue.'],
  ['en', 'You can close this window.'],
] as const) {
  const line = document.createElement('p');
  line.lang = language;
  line.textContent = text;
  document.body.append(line);
}
// In a task of its own, so that the messages are on their way.
setTimeout(() => window.close());
