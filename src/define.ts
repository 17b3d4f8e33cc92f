// Registers `<library-signup>`; flows are fetched when they are entered.
import './downloads/on-demand.js';
import './register-element.js';
