import type { QuestionMessages } from '../messages.js';

/** English texts of the questions before the login. */
export const questions = {
  'error.audience.required': 'Choose who is going to be a patron',
  'register.audience.heading': 'Who is going to be a patron?',
  'audience.adult': 'Adult',
  'audience.adult.hint': 'You register yourself with MitID',
  'audience.child': 'Child or young person',
  'audience.child.hint': 'You register a child whose parent or guardian you are',
  'audience.campus': 'Student or employee',
  'audience.campus.hint': 'You have a login from a university',
  'audience.hospital': 'Hospital employee',
  'audience.hospital.hint': 'You work at a university hospital',
  'audience.private': 'Private user',
  'audience.private.hint': 'You have a Danish CPR number and MitID',
} as const satisfies QuestionMessages;
