import type { SignupConfig } from '../../contracts/config.js';
import { audienceOf } from '../audiences.js';
import type { FlowContext, NoticeCode } from '../types.js';

export interface OfferedProviders {
  /** Names in the configuration, the preferred one first. */
  providers: string[];
  notice: NoticeCode | null;
}
export type Choice = Pick<FlowContext, 'config' | 'answers' | 'preferredProvider'>;

/** The providers on the login screen of a registration. Hospital staff with a login use the audience's first provider, those who proved a mailbox the others. */
export function registerProviders(context: Choice): OfferedProviders {
  const audience = audienceOf(context);
  let names = audience?.providers ?? Object.keys(context.config.identity.providers);
  if (audience?.kind === 'hospital' && names.length > 1) names = context.answers['hasLogin'] === 'yes' ? names.slice(0, 1) : names.slice(1);
  return offer(context, names, names);
}

/** Each provider that has closed is replaced by its successor. Somebody who asked for a closed one is told. */
export function offer({ config, preferredProvider }: Choice, names: readonly string[], asked: readonly string[]): OfferedProviders {
  const preferred = preferredProvider ?? '';
  const open = names.map((name) => successorOf(config, name));
  const wanted = successorOf(config, preferred);
  if (open.includes(wanted)) open.unshift(wanted);
  return { providers: [...new Set(open)], notice: [preferred, ...asked].some((name) => isClosed(config, name)) ? 'nemid-closed' : null };
}

function isClosed(config: SignupConfig, name: string): boolean {
  const provider = config.identity.providers[name];
  return provider?.replacedBy !== undefined && provider.simulate !== true;
}

function successorOf(config: SignupConfig, name: string): string {
  return isClosed(config, name) ? (config.identity.providers[name]?.replacedBy ?? name) : name;
}
