import type { Branch } from '../contracts/library.js';

/** Where a branch is. On the screen, postal code and town stay on one line. */
export const addressOf = ({ address }: Branch, space = '\u00a0'): string | undefined =>
  address && `${address.street}, ${`${address.postalCode} ${address.city}`.replace(/ /g, space)}`;
