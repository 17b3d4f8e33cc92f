import { dictionary } from '../shared/dictionary.js';
import { refusal } from './refusal.js';

/** The account is blocked. */
export const blocked = dictionary.createStateConfig(refusal('blocked'));
