import 'library-signup/define';
// The configuration of the demo's first library; the test writes the addresses of its servers into it.
import config from './signup.json';

const element = document.querySelector('library-signup');
if (element) element.config = config;

document.addEventListener('signup-complete', ({ detail }) => {
  const output = document.querySelector('output');
  if (output) output.value = detail.outcome;
});
