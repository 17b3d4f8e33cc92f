import type * as z from 'zod/mini';
import type { localizedText } from './localized.js';

/** The languages that the element speaks. */
export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export type LocalizedText = z.infer<typeof localizedText>;

/** The text in `language`, else in the other language, else `undefined`. */
export function localize(text: LocalizedText | undefined, language: Language): string | undefined {
  if (text === undefined || typeof text === 'string') return text;
  return text[language] ?? text.da ?? text.en;
}

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether a link from a configuration or a back end may be used: `https`, or `http` on the loopback interface, or relative to
 * the page. Everything else (`javascript:`, `data:`, plain `http`) is refused.
 */
export function isSafeUrl(value: string): boolean {
  try {
    const url = new URL(value, 'https://relative.invalid/');
    return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  } catch {
    return false;
  }
}
