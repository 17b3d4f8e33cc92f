import { branchesSchema } from '../contracts/library.js';
import type { BranchCalls } from '../ports.js';
import type { GatewayClient } from './client.js';

/** What every form asks: where to pick up. */
export const createBranchCalls = ({ request }: GatewayClient): BranchCalls => ({
  listBranches: async (signal) => (await request('GET branches', branchesSchema, signal)).branches,
});
