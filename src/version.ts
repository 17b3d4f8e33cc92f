/** As in package.json; `npm version` keeps it in step. */
export const VERSION = '0.1.0';
