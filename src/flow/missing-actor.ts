import { SignupError } from '../errors.js';

/** Stands where `actors.ts` provides the real actor; a machine that runs without it fails like a service that is not there. */
export const missing = (): Promise<never> => Promise.reject(new SignupError({ code: 'unavailable', retryable: true }));
