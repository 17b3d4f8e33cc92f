/** Path of an installed browser, or undefined. */
export function findBrowser(name: 'chromium' | 'firefox' | 'headless-chromium'): string | undefined;
export const CHROMIUM_ARGS: string[];
export const FIREFOX_PREFERENCES: Readonly<Record<string, string | boolean>>;
export function ensureBrowsers(): Record<'chromium' | 'firefox' | 'headless-chromium', string | undefined>;
