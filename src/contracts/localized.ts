import * as z from 'zod/mini';
import { line, opaque } from './limits.js';
import { isSafeUrl } from './text.js';

/** A value in one or both languages. */
export const byLanguage = <T extends z.core.$ZodType>(value: T) => z.strictObject({ da: z.optional(value), en: z.optional(value) });

/** A text in one or both languages. A plain string serves both. */
export const localizedText = z.union([line, byLanguage(line)]);

/** A URL as {@link isSafeUrl} allows it; relative ones are resolved against the page. */
export const safeUrl = opaque.check(z.refine(isSafeUrl, { error: 'url' }));
/** One safe URL, or one for each language. */
export const localizedUrl = z.union([safeUrl, byLanguage(safeUrl)]);
