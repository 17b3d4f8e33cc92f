// Loaded before every node:test file. A file that ends itself takes the tests that were still to come with it, and node:test calls that a success.
const exit = process.exit;
process.exit = (code) => {
  console.error(new Error('process.exit() was called in a test file'));
  exit(code || 1);
};
