import type { NoticeMessages } from '../messages.js';

/** English texts about what has just happened, and about a login in another window: fetched when there is something to say. */
export const notices = {
  'register.leaving.waiting': 'Waiting for {provider}',
  'register.leaving.waiting.text': 'Log on in the other window. Then it carries on here by itself.',
  'register.leaving.tab': 'Log on in a new tab',
  'register.leaving.tab.text': 'This page is shown inside another one, so you can’t log on here. Open it in a new tab.',
  'register.leaving.blocked': 'Your browser didn’t let us open it. Copy the address:',
  'notice.cancelled': 'You cancelled the login. Nothing has happened. Try again when you’re ready.',
  'notice.timed-out': 'The login took too long and was stopped to keep you safe. Try again.',
  'notice.provider-failed': 'Something went wrong at the login service. Wait a moment, then try again.',
  'notice.never-returned': 'You came back without being logged in. Try again when you’re ready.',
  'notice.rejected': 'We couldn’t approve your login. It may be too old or already used. Log in again.',
  'notice.not-permitted': 'Your login doesn’t give access here. Try again, or contact the library.',
  'notice.storage-denied': 'Your browser keeps nothing from this page, so you can’t log on. Allow cookies, or use another browser.',
  'notice.session-expired':
    'You’ve been logged out because too much time passed. Log in again. What you typed is still here, but choose your PIN again.',
  'notice.nemid-closed': 'NemID closed on 31 October 2023. Use MitID instead.',
  'notice.resumed': 'We saved what you typed. Carry on where you left off.',
  'notice.lapsed':
    'You’ve been a patron before. Your account was deleted because you borrowed nothing for {years} {years:year|years}. You can become a patron again here.',
  'notice.lapsed.plain': 'You’ve been a patron before, but your account has been deleted. You can become a patron again here.',
} satisfies NoticeMessages;
