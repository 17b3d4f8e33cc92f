/**
 * A value as JSON. Old scripts give `toJSON` to all arrays, which makes texts of them (Prototype.js before 1.7): what is written here is what is there.
 */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key: string) {
    return this[key];
  });
