import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runConformance } from '../../../src/cli/conformance/run.js';
import { optionsFor, startMockGateway } from '../../support/conformance.js';

describe('the conformance suite', () => {
  it('finds nothing to say of the gateway of the mocks', async () => {
    const { url, server } = await startMockGateway();
    const results = await runConformance({ ...optionsFor(url), timing: false });
    await server.close(0);
    const left = results
      .filter(({ outcome }) => outcome !== 'passed')
      .map(({ id, outcome, expected, got, request }) => `${id} ${outcome}: ${request ?? ''} expected ${expected ?? ''}, got ${got ?? ''}`);
    assert.deepEqual(left, []);
  });
});
