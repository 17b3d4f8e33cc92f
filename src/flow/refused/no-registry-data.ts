import { dictionary } from '../shared/dictionary.js';
import { refusal } from './refusal.js';

/** The library system got no name and address from the CPR register. */
export const noRegistryData = dictionary.createStateConfig(refusal('no-registry-data'));
