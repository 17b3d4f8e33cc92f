/** The address of a call. @param url of the gateway, with or without a slash at its end @param baseUrl what a relative one is relative to */
export function addressOf(url: string, baseUrl: string, path: string): string {
  const base = new URL(url, baseUrl);
  base.pathname = base.pathname.replace(/\/*$/, '/');
  return new URL(path, base).href;
}
