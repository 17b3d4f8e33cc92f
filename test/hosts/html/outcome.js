document.addEventListener('signup-complete', ({ detail }) => {
  document.querySelector('output').value = detail.outcome;
});
