export { explain } from '../config/issues.js';
export { explainChildren, explainMissing, explainUnfit, explainUnread } from '../config/mistakes.js';
