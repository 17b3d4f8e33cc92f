// Registers `<library-signup>`; flows are fetched when they are entered.
import './page/built-ins.js';
import './downloads/on-demand.js';
import './register-element.js';
