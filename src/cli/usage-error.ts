/** Thrown for what the caller can mend: said in one line, without a stack. */
export class UsageError extends Error {}
