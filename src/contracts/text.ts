import * as z from 'zod/mini';

/** The languages that the element speaks. */
export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in one or both languages. A plain string serves both. */
export const localizedText = z.union([
  z.string(),
  z.partialRecord(z.enum(LANGUAGES), z.string()),
]);
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

/** A URL as {@link isSafeUrl} allows it; relative ones are resolved against the page. */
export const safeUrl = z.string().check(z.refine(isSafeUrl, { error: 'url' }));
/** One safe URL, or one for each language. */
export const localizedUrl = z.union([safeUrl, z.partialRecord(z.enum(LANGUAGES), safeUrl)]);
