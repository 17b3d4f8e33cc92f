export { explain } from '../config/issues.js';
export { explainReading, warnOfChildren } from '../config/mistakes.js';
