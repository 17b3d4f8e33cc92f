import { expect } from '@open-wc/testing';
import { createMachine, type AnyStateMachine, type AnyStateNode, type MachineConfig } from 'xstate';
import { diagramOf, statesIn } from '../../demo/chart/diagram.js';
import { layOut } from '../../demo/chart/layout.js';
import { MACHINES } from '../../demo/chart/machines.js';
import { toStately } from '../../demo/chart/stately.js';

const nodesIn = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap((child) => nodesIn(child))];
const idsOf = (machine: AnyStateMachine): string[] =>
  nodesIn(machine.root)
    .map(({ id }) => id)
    .sort();

describe('the statechart', () => {
  for (const machine of MACHINES) {
    it(`draws every state of ${machine.id}, and every way between them`, async () => {
      const root = diagramOf(machine);
      const states = statesIn(root);
      expect(states.map(({ id }) => id).sort()).to.deep.equal(idsOf(machine));
      const { boxes, arrows } = await layOut(root, states);
      expect(boxes).to.have.length(states.length);
      const ways = states.flatMap(({ id, transitions }) =>
        transitions.filter(({ target }) => target !== undefined && target !== id).map(({ target }) => `${id} → ${String(target)}`),
      );
      expect(new Set(arrows.map(({ from, to }) => `${from} → ${to}`))).to.deep.equal(new Set(ways));
    });

    it(`of ${machine.id} is the same machine after Stately has imported it`, () => {
      const json = JSON.parse(JSON.stringify(toStately(diagramOf(machine)))) as MachineConfig<object, { type: string }>;
      const imported = createMachine(json);
      expect(idsOf(imported)).to.deep.equal(idsOf(machine));
      const targets = (one: AnyStateMachine): string[] =>
        statesIn(diagramOf(one)).flatMap(({ id, transitions }) => transitions.map(({ event, target }) => `${id} ${event} ${target ?? ''}`));
      expect(targets(imported).sort()).to.deep.equal(targets(machine).sort());
    });
  }
});
