export { explain } from '../config/issues.js';
export { explainReading, warnOfChildren, warnOfPreselection } from '../config/mistakes.js';
