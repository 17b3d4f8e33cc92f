import type { Audience, SignupConfig } from '../contracts/config.js';
import type { FlowContext } from './types.js';

/** Ages below which a kind of audience is referred to a guardian, where the library sets none. */
const MINIMUM_AGE: Partial<Record<Audience['kind'], number>> = { adult: 18, private: 18, child: 18 };

export const audiencesOf = (config: SignupConfig): readonly Audience[] => config.register?.audiences ?? [];

/** The audience that was chosen, preselected, or is the only one. */
export function audienceOf({ config, answers }: Pick<FlowContext, 'config' | 'answers'>): Audience | undefined {
  const audiences = audiencesOf(config);
  return audiences.find(({ id }) => id === answers['audience']) ?? (audiences.length === 1 ? audiences[0] : undefined);
}

/** Whether this audience answers questions before the login. */
export const hasQuestions = (audience: Audience | undefined): boolean => audience?.kind === 'campus' || audience?.kind === 'hospital';

/**
 * Years that the person who logs in must have lived. For kind `child` it is the guardian who logs in, and the configured ages speak
 * of the child.
 */
export function minimumAgeOf(audience: Audience | undefined): number {
  if (!audience) return 0;
  const usual = MINIMUM_AGE[audience.kind] ?? 0;
  return audience.kind === 'child' ? usual : (audience.minimumAge ?? usual);
}
