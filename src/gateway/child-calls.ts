import { applicationReceiptSchema } from '../contracts/child.js';
import type { ChildCalls } from '../ports.js';
import type { GatewayClient } from './client.js';

/** The call of the application for a child. */
export const createChildCalls = ({ secrets, request, token, required }: GatewayClient): ChildCalls => ({
  applyForChild: async (application, signal) => {
    const pin = secrets.get('pin');
    const child = { cpr: required('childCpr'), name: required('childName') };
    const body = { ...application, child, ...(pin && { pin }), acceptedLiability: true };
    return request('POST child-applications', applicationReceiptSchema, signal, { token: token(), body });
  },
});
