import { dictionary } from '../shared/dictionary.js';
import { listsBranches } from '../shared/branches.js';

/** The application on paper. What is filled in here goes to the printer and nowhere else. Without branches, the field is a line to write on. */
export const childForm = dictionary.createStateConfig({
  meta: { step: 'register.child-form' },
  invoke: listsBranches.invoke,
  on: { 'draft.changed': { actions: 'keepDraft' } },
});
