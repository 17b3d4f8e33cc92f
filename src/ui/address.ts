import type { Branch } from '../contracts/library.js';

/** Where a branch is, on one line. */
export const addressOf = ({ address }: Branch): string | undefined => address && `${address.street}, ${address.postalCode} ${address.city}`;
