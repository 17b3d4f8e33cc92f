import { expect } from '@open-wc/testing';
import { branchesSchema } from '../../src/contracts/library.js';
import { ageOn } from '../../src/domain/age.js';
import { todayInCopenhagen } from '../../src/domain/copenhagen.js';
import { parseCpr } from '../../src/domain/cpr.js';
import { auLibrary, copenhagen } from '../../mocks/libraries.js';
import { decodeMockCode, encodeMockCode } from '../../mocks/identify.js';
import { findPersona, personas, type Persona } from '../../mocks/personas.js';
import { createScenarioSwitch, isScenarioName, scenarios } from '../../mocks/scenarios.js';

describe('The personas', () => {
  for (const { id, claims } of personas as readonly Persona[]) {
    const cpr = claims.cpr;
    if (cpr === undefined || /\D/.test(cpr)) continue;
    it(`${id} has a replacement number that agrees with the birth date`, () => {
      expect(Number(cpr.slice(0, 2))).to.be.above(60);
      expect(parseCpr(cpr)).to.deep.equal({ ok: true, cpr, birthDate: claims.birthDate });
    });
  }

  it('have ids and numbers of their own, and names in both languages', () => {
    const all = personas as readonly Persona[];
    expect(new Set(all.map(({ id }) => id)).size).to.equal(all.length);
    const numbers = all.flatMap(({ claims }) => claims.cpr ?? []);
    expect(new Set(numbers).size).to.equal(numbers.length);
    for (const { label, description } of all) expect([label.da, label.en, description.da, description.en]).not.to.include('');
  });

  it('are as old as they are called', () => {
    const age = (id: string) => ageOn(findPersona(id)!.claims.birthDate!, todayInCopenhagen(Date.now()));
    expect(age('seventeen')).to.equal(17);
    expect(age('eighteen-today')).to.equal(18);
  });

  it('come as codes that say nothing and differ each time', () => {
    const code = encodeMockCode('adult-resident');
    expect(code)
      .to.match(/^[\w-]+$/)
      .and.not.to.include('adult');
    expect(encodeMockCode('adult-resident')).not.to.equal(code);
    expect(decodeMockCode(code)).to.equal('adult-resident');
    for (const other of ['', 'abc', '%%%', btoa('other:adult-resident')]) expect(decodeMockCode(other), other).to.equal(undefined);
  });
});

describe('The mock libraries', () => {
  it('have branches as the contract wants them, each with an id of its own', () => {
    for (const { branches, servicePoints } of [copenhagen, auLibrary]) {
      branchesSchema.parse({ branches: [...branches, ...servicePoints] });
      expect(new Set(branches.map(({ id }) => id)).size).to.equal(branches.length);
    }
  });
});

describe('The scenarios', () => {
  const play = async (scenario: ReturnType<typeof createScenarioSwitch>, call: string): Promise<number> =>
    (await scenario.play(call, new AbortController().signal, async () => Response.json({}))).status;

  it('can be limited to a call and to a number of times', async () => {
    const scenario = createScenarioSwitch();
    scenario.set({ name: 'unavailable', call: 'patrons', times: 2 });
    expect(await play(scenario, 'branches')).to.equal(200);
    expect(await play(scenario, 'patrons')).to.equal(503);
    expect(await play(scenario, 'patrons')).to.equal(503);
    expect(await play(scenario, 'patrons')).to.equal(200);
    expect(scenario.get()).to.deep.equal({ name: 'default' });
  });

  it('have names in both languages', () => {
    for (const [name, { label }] of Object.entries(scenarios)) {
      expect(isScenarioName(name)).to.equal(true);
      expect([label.da, label.en]).not.to.include('');
    }
    expect(isScenarioName('toString')).to.equal(false);
  });
});
