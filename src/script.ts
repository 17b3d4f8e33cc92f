// The one-file script: registers `<library-signup>` with everything built in.
import './page/built-ins.js';
import './downloads/built-in.js';
import './register-element.js';
