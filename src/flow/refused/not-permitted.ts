import { dictionary } from '../shared/dictionary.js';
import { refusal } from './refusal.js';

/** The library can't register this person by this login. */
export const notPermitted = dictionary.createStateConfig(refusal('not-permitted'));
