/**
 * Resolves when the page's parser is through. By the window, as a page's own names may stand for what a document has:
 * `<form name="addEventListener">`.
 */
export const whenParsed = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState !== 'loading') resolve();
    else addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
