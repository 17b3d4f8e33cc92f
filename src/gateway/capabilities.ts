import { offeredCallsSchema, type OfferedCalls } from '../contracts/capabilities.js';
import type { SignupConfig } from '../contracts/config.js';
import { limitTime, PATIENCE } from '../page/time-limit.js';
import { addressOf } from './address.js';

/** What a gateway says that it can, by `GET capabilities`; `undefined` where it doesn't tell: it is older than the question, or can't be reached. */
export async function readCapabilities({ url, credentials }: SignupConfig['gateway'], baseUrl: string): Promise<OfferedCalls | undefined> {
  const limit = limitTime(PATIENCE, undefined);
  try {
    const response = await fetch(addressOf(url, baseUrl, 'capabilities'), {
      credentials,
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      signal: limit.signal,
    });
    const parsed = offeredCallsSchema.safeParse(response.ok ? await response.json() : undefined);
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  } finally {
    limit.clear();
  }
}
