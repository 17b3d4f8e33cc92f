import { SignupError } from '../errors.js';

/** Stands where the composition root provides the real thing; a machine run without it fails like a service that is not there. */
export const missing = (): Promise<never> => Promise.reject(new SignupError({ code: 'unavailable', retryable: true }));
