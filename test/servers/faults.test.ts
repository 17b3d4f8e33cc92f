import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runConformance } from '../../src/cli/conformance/run.js';
import { optionsFor, startMockGateway } from '../support/conformance.js';
import { FAULTS, startFaultyGateway } from '../support/faulty-gateway.js';

describe('the conformance suite, before gateways with a fault', () => {
  const missed: string[] = [];
  for (const fault of FAULTS) {
    it(`names one that ${fault.says}`, async () => {
      const { library, server: behind } = await startMockGateway();
      const server = await startFaultyGateway((request) => library.fetch(request, '/api/'), fault);
      const results = await runConformance(optionsFor(`${server.origin}/api/`));
      await Promise.all([server.close(0), behind.close(0)]);
      const failed = results.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
      if (![fault.named].flat().some((id) => failed.includes(id))) missed.push(`${fault.says}: ${failed.join(', ')}`);
    });
  }
  it(`misses two of ${FAULTS.length} at most`, () => {
    assert.ok(FAULTS.length >= 30);
    assert.ok(missed.length <= FAULTS.length - 28, missed.join('\n'));
    assert.deepEqual(missed, []);
  });
});
