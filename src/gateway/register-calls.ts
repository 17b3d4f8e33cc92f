import { registrationSchema } from '../contracts/patron.js';
import { isSafeUrl } from '../contracts/text.js';
import type { RegisterCalls } from '../ports.js';
import type { GatewayClient } from './client.js';

/** The call of the registration. */
export const createRegisterCalls = ({ request, token, required }: GatewayClient): RegisterCalls => ({
  registerPatron: async (contact, signal) => {
    const body = { ...contact, pin: required('pin') };
    const registration = await request('POST patrons', registrationSchema, signal, { token: token(), body });
    // The patron is registered: a link that may not be followed is left out, and no reason to fail.
    return registration.signedInUrl && !isSafeUrl(registration.signedInUrl) ? { ...registration, signedInUrl: undefined } : registration;
  },
});
