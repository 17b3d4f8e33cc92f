import { html, nothing, render, type TemplateResult } from 'lit';
import { showToolBar } from '../tools/tool-bar.js';
import { statesIn, type State } from './diagram.js';
import type { StateChart } from './state-chart.js';
import './state-chart.js';
import { toStately } from './stately.js';
import { followWalks } from './walk.js';

const chart = document.querySelector('state-chart') as StateChart;
const list = document.querySelector('.states') as HTMLElement;
let said = '';

const describe = (state: State): TemplateResult =>
  html`<div class="transitions">
    <h3><code>${state.id}</code></h3>
    <p class="quiet">
      ${state.screen === undefined ? 'No screen of its own' : html`Screen <code>${state.screen}</code>`}${
        state.invokes.length > 0 ? html` · runs <code>${state.invokes.join(', ')}</code>` : nothing
      }
    </p>
    ${
      state.transitions.length === 0
        ? html`<p>Nothing leads on.</p>`
        : html`<dl>
            ${state.transitions.map(
              ({ event, guard, actions, target }) =>
                html`<dt><code>${event}</code>${guard === undefined ? nothing : html` if <code>${guard}</code>`}</dt>
                  <dd>
                    ${target === undefined ? 'stays' : html`→ <code>${target}</code>`}${
                      actions.length > 0 ? html` · <span class="quiet">${actions.join(', ')}</span>` : nothing
                    }
                  </dd>`,
            )}
          </dl>`
    }
  </div>`;

const jsonOf = (): string => JSON.stringify(toStately(chart.diagram), null, 2);

async function copy(): Promise<void> {
  await navigator.clipboard
    .writeText(`import { createMachine } from 'xstate';\n\nexport const machine = createMachine(${jsonOf()});\n`)
    .then(
      () => (said = 'Copied. In Stately’s editor choose Import from code, and paste.'),
      () => (said = 'The browser does not let the page copy; download the file instead.'),
    );
  draw();
}

function download(): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([jsonOf()], { type: 'application/json' }));
  link.download = `${chart.machine}.machine.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}

function draw(): void {
  const states = statesIn(chart.diagram);
  const chosen = states.find(({ id }) => id === chart.chosen);
  render(
    html`<h2 id="states">States of ${chart.machine}</h2>
      ${chosen ? describe(chosen) : html`<p class="quiet">Choose a state to read what leads on from it.</p>`}
      <div class="list" role="group" aria-labelledby="states">
        <ol role="list">
          ${states.map(
            (state) =>
              html`<li>
                <button
                  type="button"
                  class=${chart.entered.includes(state.id) ? 'here' : ''}
                  aria-pressed=${state.id === chart.chosen ? 'true' : 'false'}
                  @click=${() => {
                    chart.chosen = state.id;
                  }}
                >
                  ${state.id}
                </button>
              </li>`,
          )}
        </ol>
      </div>
      <div class="acts">
        <button type="button" @click=${() => void copy()}>Copy for Stately</button>
        <button type="button" @click=${download}>Download JSON</button>
      </div>
      <p role="status">${said}</p>`,
    list,
  );
}

showToolBar();
chart.addController({ hostUpdated: draw });
followWalks((walk) => chart.take(walk));
