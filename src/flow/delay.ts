/** Milliseconds. A browser's timer takes 31 bits, and fires at once beyond: 24.8 days. */
const LONGEST = 2 ** 31 - 1;

/** Seconds that somebody else has said, as a delay in milliseconds that timers can wait for. */
export const delayOf = (seconds: number): number => Math.min(Math.max(0, seconds) * 1000, LONGEST);
