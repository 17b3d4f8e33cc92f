import type { configOf, Situation } from './screens.js';

const reading = ['choice.submitted', 'flow.restart'] as const;
const typing = ['draft.changed', 'form.submitted', 'session.extend', 'flow.restart'] as const;
const session: NonNullable<Situation['context']>['session'] = {
  expiresIn: 1200,
  person: { age: 34, hasCpr: true },
  patron: { status: 'active', userId: { type: 'cpr', hint: '140292-••••' } },
};

/** Every screen of finding a user ID and making a PIN, on its own and as a detour, in the situations that look different. */
export function recoverSituations(makeConfig: typeof configOf): Situation[] {
  const config = { ...makeConfig(), recover: { routes: ['login' as const, 'email' as const], emailAsUserId: true } };
  const emailOnly = { ...config, recover: { routes: ['email' as const], emailAsUserId: false } };
  const userIds = [
    { type: 'cpr' as const, hint: '140292-••••' },
    { type: 'card' as const, hint: '••••••1234' },
    { type: 'local' as const, hint: 'K••••7', label: 'Kundenummer' },
  ];
  return [
    { name: 'recover', step: 'recover.which', can: reading },
    {
      name: 'recover, nothing chosen',
      step: 'recover.which',
      can: [...reading, 'flow.back', 'flow.return'],
      context: { errors: [{ field: 'forgotten', code: 'required' }] },
    },
    { name: 'MitID', step: 'recover.mitid', can: ['answers.changed', 'form.submitted', 'flow.back', 'flow.return'] },
    {
      name: 'MitID, nothing chosen',
      step: 'recover.mitid',
      can: ['answers.changed', 'form.submitted', 'flow.back'],
      context: {
        errors: [
          { field: 'document', code: 'required' },
          { field: 'app', code: 'required' },
        ],
      },
    },
    { name: 'MitID app', step: 'recover.mitid-app', can: ['answers.changed', 'choice.submitted', 'flow.back', 'flow.return'] },
    {
      name: 'MitID app, scanning',
      step: 'recover.mitid-app',
      can: ['answers.changed', 'choice.submitted', 'flow.back', 'flow.restart'],
      context: { answers: { document: 'danish', app: 'yes', guide: '1,2,3,4,5' } },
    },
    {
      name: 'MitID app, done',
      step: 'recover.mitid-app',
      can: ['answers.changed', 'choice.submitted', 'flow.back', 'flow.return'],
      context: { answers: { guide: '1,2,3,4,5,6,7' } },
    },
    { name: 'MitID by phone', step: 'recover.mitid-phone', can: [...reading, 'flow.back'] },
    {
      name: 'MitID in person',
      step: 'recover.mitid-in-person',
      can: [...reading, 'flow.back'],
      context: { answers: { document: 'danish' } },
    },
    {
      name: 'MitID in person, no CPR number',
      step: 'recover.mitid-in-person',
      can: [...reading, 'flow.back', 'flow.return'],
      context: { answers: { document: 'foreign-no-cpr', app: 'yes' } },
    },
    { name: 'library', step: 'recover.library', config, can: [...reading, 'flow.back'] },
    { name: 'library, by e-mail only', step: 'recover.library', config: emailOnly, can: [...reading, 'flow.back'] },
    {
      name: 'recover, identify',
      step: 'recover.identify',
      config,
      identify: { providers: ['mitid', 'wayf', 'host'] },
      context: { answers: { forgotten: 'library' } },
      can: ['identity.chosen', 'flow.back', 'flow.restart'],
    },
    {
      name: 'recover, identify, not a patron',
      step: 'recover.identify',
      config,
      identify: { providers: ['mitid'], notice: 'rejected' },
      can: ['identity.chosen', 'flow.back', 'flow.return'],
    },
    { name: 'recover, leaving', step: 'recover.leaving', identify: { provider: 'mitid', mode: 'redirect' }, can: ['flow.cancel'] },
    { name: 'user IDs, reading', step: 'recover.user-ids', config, busy: true, context: { session, userIds: null } },
    { name: 'user IDs', step: 'recover.user-ids', config, can: typing, context: { session, userIds } },
    {
      name: 'user IDs, address of somebody else',
      step: 'recover.user-ids',
      config,
      can: typing,
      context: { session, userIds, draft: { email: 'anna@example.dk' }, errors: [{ field: 'email', code: 'account-mismatch' }] },
    },
    { name: 'user IDs, e-mail added', step: 'recover.user-ids', config, can: typing, context: { session, userIds, emailIsUserId: true } },
    { name: 'user IDs, none', step: 'recover.user-ids', config: emailOnly, can: typing, context: { session, userIds: [] } },
    { name: 'reminder', step: 'recover.reminder', config, can: [...typing, 'flow.back'] },
    {
      name: 'reminder, wrong',
      step: 'recover.reminder',
      config,
      can: [...typing, 'flow.back'],
      context: { draft: { email: 'anna' }, errors: [{ field: 'email', code: 'invalid' }] },
    },
    { name: 'reminder sent', step: 'recover.reminder-sent', config, can: ['flow.back', 'flow.restart'] },
    { name: 'PIN', step: 'recover.pin', config, can: [...reading, 'flow.back', 'flow.return'] },
    { name: 'new PIN', step: 'recover.new-pin', config, can: typing, context: { session } },
    {
      name: 'new PIN, weak, session ending',
      step: 'recover.new-pin',
      config,
      can: [...typing, 'flow.return'],
      pin: '1234',
      context: { session, notice: 'session-ending', errors: [{ field: 'pin', code: 'weak-sequence' }] },
    },
    { name: 'PIN changed', step: 'recover.pin-changed', config, can: ['flow.restart'], context: { session } },
    { name: 'PIN changed, detour', step: 'recover.pin-changed', config, can: ['flow.return'], context: { session } },
    { name: 'PIN by e-mail', step: 'recover.pin-reset', config, can: [...typing, 'flow.back'], context: { notice: 'link-expired' } },
    { name: 'PIN by e-mail, sent', step: 'recover.pin-reset-sent', config, can: ['flow.back', 'flow.return'] },
    { name: 'recover failed', step: 'recover.failed', can: ['flow.retry', 'flow.back'] },
  ];
}
