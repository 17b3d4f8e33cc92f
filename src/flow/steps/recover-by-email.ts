import { failedForm, formEvents, part, whenFailed } from '../part.setup.js';

const emailOf = ({ context }: { context: { draft: { email?: string } } }): { email: string } => ({ email: context.draft.email ?? '' });

/** A reminder of the user ID by e-mail. What happens next is the same for everyone. */
export const reminder = part.createStateConfig({
  meta: { step: 'recover.reminder' },
  initial: 'editing',
  on: { 'draft.changed': { actions: 'keepDraft' } },
  states: {
    editing: { on: formEvents },
    submitting: { tags: 'busy', invoke: { src: 'remindUserId', input: emailOf, onDone: { target: '#recover.reminder-sent', actions: { type: 'remember', params: { step: 'recover.reminder' } } }, onError: whenFailed } },
    failed: failedForm('recover.failed'),
  },
});

/** A link for a new PIN by e-mail. What happens next is the same for everyone. */
export const pinReset = part.createStateConfig({
  meta: { step: 'recover.pin-reset' },
  initial: 'editing',
  on: { 'draft.changed': { actions: 'keepDraft' } },
  states: {
    editing: { on: formEvents },
    submitting: { tags: 'busy', invoke: { src: 'requestPinReset', input: emailOf, onDone: { target: '#recover.pin-reset-sent', actions: { type: 'remember', params: { step: 'recover.pin-reset' } } }, onError: whenFailed } },
    failed: failedForm('recover.failed'),
  },
});

export const reminderSent = part.createStateConfig({
  meta: { step: 'recover.reminder-sent' },
  tags: 'end',
  entry: { type: 'complete', params: { outcome: 'reminder-sent' } },
});

export const pinResetSent = part.createStateConfig({
  meta: { step: 'recover.pin-reset-sent' },
  tags: 'end',
  entry: { type: 'complete', params: { outcome: 'reminder-sent' } },
});
