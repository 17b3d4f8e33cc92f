/** Fetches something once. When that fails, asking again tries again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}

/** What comes after the first screen. A flow is one download: its machine, its screens and their styles. */
export const downloads = {
  questions: once(() => import('./questions.js')),
  register: once(() => import('./register.js')),
  child: once(() => import('./child.js')),
  recover: once(() => import('./recover.js')),
  /** What talks to the library system and the identity providers. */
  adapters: once(() => import('./adapters.js')),
};
