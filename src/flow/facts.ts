import type { FlowContext, FlowInput, Step } from './types.js';

/** The facts that a part of the flow starts with: those of the part before it, or what the element knows. */
export function factsOf({ facts, config, language, flow: name, audience, provider, position, returned, draft, byLink = false }: FlowInput): FlowContext {
  if (facts) return facts;
  const resumed = returned?.position ?? (position?.flow === name ? position : undefined);
  return {
    config,
    language,
    flow: name,
    answers: { ...(audience === undefined ? {} : { audience }), ...resumed?.answers },
    draft: resumed?.draft ?? draft ?? {},
    trail: (resumed?.trail ?? []) as Step[],
    session: null,
    branches: null,
    branchesFailed: false,
    servicePoints: null,
    registration: null,
    reference: null,
    userIds: null,
    emailIsUserId: false,
    mailboxProof: resumed?.mailboxProof ?? null,
    returned: returned ?? null,
    preselected: audience ?? null,
    preferredProvider: provider ?? null,
    resumeAt: resumed ? (resumed.step as Step) : null,
    leaveTo: null,
    origin: resumed?.origin ?? null,
    byLink,
    refusal: null,
    notice: null,
    failure: null,
    errors: [],
  };
}
