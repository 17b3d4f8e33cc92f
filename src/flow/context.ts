import type { FlowContext, FlowInput, Step } from './types.js';

/** The context that a machine of the flow starts with: that of the machine before it, or what the element knows. */
export function initialContext(input: FlowInput): FlowContext {
  const { context, config, language, flow, audience, provider, position, returned, draft, byLink = false, login = null } = input;
  if (context) return context;
  const resumed = returned?.position ?? (position?.flow === flow ? position : undefined);
  return {
    config,
    language,
    flow,
    answers: { ...(audience !== undefined && { audience }), ...resumed?.answers },
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
    linkIntent: resumed?.linkIntent ?? null,
    login,
    returned: returned ?? null,
    preselected: audience ?? null,
    preferredProvider: provider ?? null,
    resumeAt: resumed ? (resumed.step as Step) : null,
    origin: resumed?.origin ?? null,
    byLink,
    refusal: null,
    notice: null,
    failure: null,
    errors: [],
  };
}
