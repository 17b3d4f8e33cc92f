import { expect } from '@open-wc/testing';
import { startBrowserMocks } from '../../mocks/browser.js';

describe('The mocks in a page', () => {
  it('answer the gateway, let everything else through, and keep what they know over a page load', async () => {
    const stored = new Map<string, string>();
    const storage = {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
    };
    const { library, worker } = await startBrowserMocks({ base: '/mocks-in-a-page', storage });
    try {
      const answer = await fetch('/mocks-in-a-page/branches');
      expect(await answer.json())
        .to.have.property('branches')
        .with.length(library.profile.branches.length);
      expect((await fetch('/mocks-in-a-page/shelves')).status).to.equal(404);
      expect((await fetch('/package.json')).headers.get('Content-Type')).to.include('json');
      dispatchEvent(new Event('pagehide'));
      expect([...stored.keys()]).to.deep.equal(['library-signup-mock-library:DK-710100']);
    } finally {
      worker.stop();
    }
  });
});
