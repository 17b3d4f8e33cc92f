/** Reads what stands in the way of a page's own names: `<form name="baseURI">` takes the place of `document.baseURI`. */
const read = (prototype: object, name: string): unknown => {
  const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get as (() => unknown) | undefined;
  return getter?.call(document);
};

/** What relative addresses are relative to. */
export const baseUrl = (): string | undefined =>
  typeof document === 'undefined' ? undefined : (read(Node.prototype, 'baseURI') as string);

/** Every element of the document with this tag, in its order. */
export const elementsOf = (tag: string): Element[] => [...(read(Document.prototype, 'documentElement') as Element).querySelectorAll(tag)];

/** Resolves when the page's parser is through. Never does once `signal` is aborted. */
export const whenParsed = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (read(Document.prototype, 'readyState') !== 'loading') resolve();
    else addEventListener('DOMContentLoaded', () => resolve(), { once: true, signal });
  });
