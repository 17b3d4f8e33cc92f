/** What a login with anything but MitID needs: so little that a file for each would only cost requests. */
export { host } from './providers/host.js';
export { nemid } from './providers/nemid.js';
export { wayf } from './providers/wayf.js';
