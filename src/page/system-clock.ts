/** The device's clock: the only place where it is read. */
export const systemClock = { now: () => Date.now() };
