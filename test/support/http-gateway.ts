import { createBranchCalls } from '../../src/gateway/branch-calls.js';
import { createChildCalls } from '../../src/gateway/child-calls.js';
import { createGatewayClient } from '../../src/gateway/client.js';
import { createLoginCalls } from '../../src/gateway/login-calls.js';
import { createQuestionCalls } from '../../src/gateway/question-calls.js';
import { createRecoverCalls } from '../../src/gateway/recover-calls.js';
import { createRegisterCalls } from '../../src/gateway/register-calls.js';
import { systemClock } from '../../src/page/system-clock.js';
import type { RequestOptions } from '../../src/gateway/request.js';
import { createSessionCalls } from '../../src/gateway/session-calls.js';
import type { Gateway } from '../../src/ports.js';

/** Every call of the contract, in one object. */
export function createHttpGateway(options: HttpGatewayOptions): Gateway {
  const client = createGatewayClient({ clock: systemClock, ...options });
  return {
    ...createSessionCalls(client),
    ...createBranchCalls(client),
    ...createRegisterCalls(client),
    ...createChildCalls(client),
    ...createQuestionCalls(client),
    ...createRecoverCalls(client),
    ...createLoginCalls(client),
  };
}

export type HttpGatewayOptions = Omit<RequestOptions, 'clock'> & Partial<Pick<RequestOptions, 'clock'>>;
