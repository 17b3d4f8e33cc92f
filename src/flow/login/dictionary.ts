import { assign } from 'xstate';
import { GUEST_FIELDS, type Library } from '../../contracts/directory.js';
import { questionDictionary } from '../answers.js';
import type { FailureCode } from '../../errors.js';
import { failureOf } from '../setup.js';
import type { FieldError, FlowContext, LoginContext, Outcome, Step } from '../types.js';

const LOGIN = {
  recent: [],
  query: '',
  found: null,
  searchFailed: false,
  chosen: null,
  provider: null,
  adding: false,
  libraries: null,
} as const;

/** What a login knows, with what is not known yet. */
export const loginOf = ({ login }: FlowContext): LoginContext => ({
  ...LOGIN,
  attemptsLeft: null,
  reason: null,
  confirming: null,
  outcome: 'logged-in',
  reference: null,
  purpose: 'login',
  library: null,
  ...login,
});

/** Changes what the login knows. */
export const knows = (context: FlowContext, values: Partial<LoginContext>): Pick<FlowContext, 'login'> => ({
  login: { ...loginOf(context), ...values },
});

const guestErrorsOf = (event: object): readonly FieldError[] => {
  const { code, fields = [] } = failureOf(event);
  return code === 'field-invalid' ? fields.filter(({ field }) => (GUEST_FIELDS as readonly string[]).includes(field)) : [];
};

/** What logging in decides by and does beyond what every flow does. */
export const loginDictionary = questionDictionary.extend({
  guards: {
    isFor: ({ context }, { purpose }: { purpose: LoginContext['purpose'] }) => loginOf(context).purpose === purpose,
    isByCard: ({ context }) => context.session?.method === 'library-card',
    isAdding: ({ context }) => loginOf(context).adding,
    /** The library system found fields of a guest's order wrong. */
    hasGuestErrors: ({ event }) => guestErrorsOf(event).length > 0,
  },
  actions: {
    /** User ID and PIN are those of the screen that is left. The secrets are outside the machine: `createLoginMachine` provides it. */
    forgetCard: () => undefined,
    know: assign(({ context }, values: Partial<LoginContext>) => knows(context, values)),
    /** The library is the answer that is kept over a redirect and a reload. */
    choose: assign(({ context }, { library }: { library: Library | null }) => {
      const { library: _, ...answers } = context.answers;
      return {
        ...knows(context, { chosen: library, attemptsLeft: null }),
        answers: library ? { ...answers, library: library.id } : answers,
      };
    }),
    keepChosenProvider: assign(({ context, event }) =>
      event.type === 'identity.chosen' ? knows(context, { provider: event.provider }) : {},
    ),
    /** A wrong PIN is said at its field, with the tries that are left. */
    keepWrongPin: assign(({ context, event }) => ({
      errors: [{ field: 'pin', code: 'wrong' }],
      ...knows(context, { attemptsLeft: failureOf(event).attemptsLeft ?? null }),
    })),
    keepGuestErrors: assign(({ event }) => ({ errors: guestErrorsOf(event) })),
    keepReason: assign(({ context, event }) => {
      const { code, reason } = failureOf(event);
      return knows(context, { reason: reason ?? code });
    }),
    /** Says neither yes to the offer to link nor to MitID for a profile any more. */
    forgetIntent: assign(({ context: { answers } }) => {
      const { link: _, next: __, ...rest } = answers;
      return { linkIntent: null, answers: rest };
    }),
    endsIn: assign(({ context }, { outcome }: { outcome: Outcome }) => knows(context, { outcome })),
    /** As the host page wants it: nothing that was chosen is left. */
    beginAgain: assign(({ context }) => {
      const { purpose, library } = loginOf(context);
      return {
        login: { purpose, library },
        linkIntent: null,
        ...(library !== null && { answers: { library } }),
      };
    }),
  },
});

/** A step that Back leads to. */
export const remembers = (step: Step) => ({ type: 'remember', params: { step } }) as const;
export const notifies = <N extends NonNullable<FlowContext['notice']>>(notice: N) => ({ type: 'notify', params: { notice } }) as const;

/** Where a session that ends leads: to the card again, or to MitID. The library is kept. */
export const expires = {
  target: '#login.again',
  actions: [notifies('session-expired'), { type: 'reportRefusal', params: { code: 'session-expired' } }, 'forgetSession'],
} as const;

/** A screen that lives as long as its session, with a warning in good time. */
export const sessionTimes = {
  sessionWarning: { guard: 'hasSession', actions: notifies('session-ending') },
  sessionEnd: { guard: 'hasSession', ...expires },
} as const;

export const hasFailedWith = <C extends FailureCode>(code: C) => ({ type: 'hasFailedWith', params: { code } }) as const;
/** A state of such a screen in which the session is prolonged; what is on the screen stays. */
export const extending = <S extends 'link-offer' | 'belongs-to-profile' | 'order-pin' | 'my-libraries'>(screen: S) =>
  loginDictionary.createStateConfig({
    invoke: {
      src: 'readSession',
      onDone: {
        target: `#login.${screen}` as '#login.order-pin',
        reenter: true,
        actions: assign(({ event }) => ({ session: event.output, notice: null })),
      },
      onError: expires,
    },
  });

/** What goes wrong with any call of a session. */
export const sessionIsOver = { guard: hasFailedWith('session-expired'), ...expires } as const;
