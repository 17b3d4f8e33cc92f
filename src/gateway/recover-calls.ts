import { acceptedSchema } from '../contracts/pin.js';
import { userIdsSchema } from '../contracts/user-id.js';
import type { RecoverCalls } from '../ports.js';
import { segment, type GatewayClient } from './client.js';

/** The calls for forgotten user IDs and PINs. */
export const createRecoverCalls = ({ request, token, required }: GatewayClient): RecoverCalls => ({
  changePin: async (signal) => request('PUT patrons/me/pin', null, signal, { token: token(), body: { pin: required('pin') } }),
  requestPinReset: async (body, signal) => void (await request('POST pin-resets', acceptedSchema, signal, { body })),
  completePinReset: async (signal) =>
    request(`PUT pin-resets/${segment(required('pinResetToken'))}`, null, signal, { body: { pin: required('pin') } }),
  listUserIds: async (signal) => (await request('GET user-ids', userIdsSchema, signal, { token: token() })).userIds,
  addEmailUserId: async ({ email }, signal) =>
    void (await request('POST user-ids', acceptedSchema, signal, { token: token(), body: { type: 'email', email } })),
  remindUserId: async (body, signal) => void (await request('POST user-id-reminders', acceptedSchema, signal, { body })),
});
