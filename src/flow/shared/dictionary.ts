import { assign, emit } from 'xstate';
import type { Answers, Draft } from '../../contracts/transaction.js';
import type { FailureCode } from '../../errors.js';
import { audienceOf, audiencesOf, minimumAgeOf } from '../audiences.js';
import { delayOf } from '../delay.js';
import { failureOf, rootDictionary } from '../setup.js';
import type { FieldError, FlowContext, FlowEmit, Outcome, Refusal, Step } from '../types.js';

/** Milliseconds before the end of a session at which its warning is shown (WCAG 2.2.1: long enough to act on it). */
const WARNING = 120_000;
const lifetimeOf = ({ session }: FlowContext): number => delayOf(session?.expiresIn ?? 1200);

/** Everything that a form here asks for and the library system can find wrong. */
const FIELDS = ['email', 'phone', 'sms', 'branch', 'pin', 'terms', 'childCpr', 'childName', 'relation', 'liability', 'userId'];

const fieldErrorsOf = (event: object): readonly FieldError[] => {
  const { code, fields = [] } = failureOf(event);
  return code === 'field-invalid' ? fields.filter(({ field }) => FIELDS.includes(field)) : [];
};

/** What the flows decide by and do beyond the root machine. It comes with them. */
export const dictionary = rootDictionary.extend({
  guards: {
    hasSeveralAudiences: ({ context }) => audiencesOf(context.config).length > 1,
    isKind: ({ context }, { kind }: { kind: string }) => audienceOf(context)?.kind === kind,
    isComplete: ({ event }) => event.type === 'form.submitted' && event.errors.length === 0,
    resumesAt: ({ context }, { step }: { step: Step }) => context.resumeAt === step,
    hasSession: ({ context }) => context.session !== null,
    isStatus: ({ context }, { status }: { status: string }) => context.session?.patron.status === status,
    isRefused: ({ context }, { refusal }: { refusal: Refusal }) => context.refusal === refusal,
    isTooYoung: ({ context }) => {
      const age = context.session?.person.age;
      return age !== undefined && age < minimumAgeOf(audienceOf(context));
    },
    hasFailedWith: ({ event }, { code }: { code: FailureCode }) => failureOf(event).code === code,
    /** Something in the form can be corrected. A refusal that names no field of ours is a failure like any other. */
    hasFieldErrors: ({ event }) => fieldErrorsOf(event).length > 0,
  },
  actions: {
    keepDraft: assign(({ context, event }) => (event.type === 'draft.changed' ? { draft: { ...context.draft, ...event.values } } : {})),
    forgetDraft: assign({ draft: {} as Draft }),
    keepErrors: assign(({ event }) => (event.type === 'form.submitted' ? { errors: event.errors } : {})),
    keepFieldErrors: assign(({ event }) => ({ errors: fieldErrorsOf(event) })),
    clearErrors: assign({ errors: [] }),
    clearFailure: assign({ failure: null }),
    refuse: assign((_, { refusal }: { refusal: Refusal | null }) => ({ refusal })),
    forgetSession: assign({ session: null }),

    /** Begins where the host page wants it to, unless it is the audience that was wrong. Nothing of the person before is left. */
    startOver: assign(({ context: { preselected }, event }) => {
      const answers: Answers = preselected === null || event.type === 'audience.change' ? {} : { audience: preselected };
      return {
        answers,
        draft: {},
        trail: [],
        errors: [],
        notice: null,
        failure: null,
        session: null,
        refusal: null,
        mailboxProof: null,
        byLink: false,
        userIds: null,
        emailIsUserId: false,
        resumeAt: null,
      };
    }),

    complete: emit((_, { outcome }: { outcome: Outcome }): FlowEmit => ({ type: 'flow.completed', outcome })),
    reportRefusal: emit((_, { code }: { code: string }): FlowEmit => ({ type: 'flow.failed', code, retryable: false })),
    cancel: emit({ type: 'flow.cancelled' }),
    forget: emit({ type: 'flow.forgotten' }),
    reject: emit({ type: 'form.rejected' }),
  },
  delays: {
    sessionWarning: ({ context }) => Math.max(0, lifetimeOf(context) - WARNING),
    sessionEnd: ({ context }) => lifetimeOf(context),
  },
});
