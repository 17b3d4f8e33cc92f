import type { Secrets, SecretHolder } from '../ports.js';
import { refusal } from './problem.js';
import { createRequest, type Request, type RequestOptions } from './request.js';

/** What every call is made with. Token, PIN, CPR number and code come from the secret holder, at the moment of the request. */
export interface GatewayClient {
  readonly secrets: SecretHolder;
  readonly request: Request;
  /** Throws a failure where there is no session. */
  token(): string;
  /** Throws a failure where there is no such secret. */
  required(name: keyof Secrets & ('pin' | 'childCpr' | 'childName' | 'pinResetToken' | 'code' | 'libraryToken')): string;
}

/** A library system behind the project's HTTP contract. The calls are in files of their own, by flow, and come with the flows. */
export function createGatewayClient(options: RequestOptions): GatewayClient {
  const { secrets } = options;
  return {
    secrets,
    request: createRequest(options),
    token: () => {
      const value = secrets.get('token');
      if (!value) throw refusal('session-expired');
      return value;
    },
    required: (name) => {
      const value = secrets.get(name);
      if (!value) throw refusal('field-invalid', { fields: [{ field: name, code: 'required' }] });
      return value;
    },
  };
}

/** A value as one segment of a path. Dots alone would climb out of the gateway, also when they are escaped. */
export function segment(value: string): string {
  if (/^\.{0,2}$/.test(value)) throw refusal('not-found');
  return encodeURIComponent(value);
}
