import type { Audience, SignupConfig } from '../contracts/config.js';
import type { FlowContext, NoticeCode } from './types.js';

/** Ages below which a kind of audience is referred to a guardian, where the library sets none. */
const MINIMUM_AGE: Partial<Record<Audience['kind'], number>> = { adult: 18, private: 18, child: 18 };

type Facts = Pick<FlowContext, 'config' | 'answers'>;

export const audiencesOf = (config: SignupConfig): readonly Audience[] => config.register?.audiences ?? [];

/** The audience that was chosen, preselected, or is the only one. */
export function audienceOf({ config, answers }: Facts): Audience | undefined {
  const audiences = audiencesOf(config);
  return audiences.find(({ id }) => id === answers.audience) ?? (audiences.length === 1 ? audiences[0] : undefined);
}

/** Whether the registration has more screens for this audience than everybody's. */
export const hasFurtherScreens = (audience: Audience | undefined): boolean =>
  audience !== undefined && (audience.paper === true || !['adult', 'private'].includes(audience.kind));

/**
 * Years that the person who logs in must have lived. For kind `child` it is the guardian who logs in, and the configured ages speak
 * of the child.
 */
export function minimumAgeOf(audience: Audience | undefined): number {
  if (!audience) return 0;
  const usual = MINIMUM_AGE[audience.kind] ?? 0;
  return audience.kind === 'child' ? usual : (audience.minimumAge ?? usual);
}

export interface Offer {
  providers: string[];
  notice: NoticeCode | null;
}
export type ProviderFacts = Facts & Pick<FlowContext, 'preferredProvider'>;

/** Providers under the names of those that do their job today, the preferred one first. Whoever `asked` for one that has closed is told. */
export function offer({ config, preferredProvider }: ProviderFacts, names: readonly string[], asked = names): Offer {
  const preferred = preferredProvider ?? '';
  const current = names.map((name) => successorOf(config, name));
  const wanted = successorOf(config, preferred);
  if (current.includes(wanted)) current.unshift(wanted);
  return { providers: [...new Set(current)], notice: [preferred, ...asked].some((name) => isClosed(config, name)) ? 'nemid-closed' : null };
}

/** The providers on the identify screen. Hospital staff with a login use the audience's first provider, those who proved a mailbox the others. */
export function providersOf(facts: ProviderFacts): Offer {
  const audience = audienceOf(facts);
  let names = audience?.providers ?? Object.keys(facts.config.identity.providers);
  if (audience?.kind === 'hospital' && names.length > 1) names = facts.answers.hasLogin === 'yes' ? names.slice(0, 1) : names.slice(1);
  return offer(facts, names);
}

function isClosed(config: SignupConfig, name: string): boolean {
  const provider = config.identity.providers[name];
  return provider?.replacedBy !== undefined && provider.simulate !== true;
}

function successorOf(config: SignupConfig, name: string): string {
  return isClosed(config, name) ? (config.identity.providers[name]?.replacedBy ?? name) : name;
}
