/** The package's version. `npm version` writes it, and `test/node/package.test.ts` holds it against package.json. */
export const VERSION = '0.1.0';
