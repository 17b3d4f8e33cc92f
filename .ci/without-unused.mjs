// A Vite plugin for the one-file script: leaves out what this program never asks of XState and Lit, as the lock file pins them. A part that isn't found
// fails the build; test/node/without-unused.test.ts finds a source that uses what is left out, and `WITHOUT_UNUSED=1 npx wtr` runs every browser test
// on what remains. See docs/decisions/size-bars.md.
import MagicString from 'magic-string';

/** What an inspector reads stays: actors with their logic's `config`, events, and snapshots with all that can be asked of them. */
const CUTS = [
  {
    file: /\/xstate\/dist\/StateMachine-\w+\.esm\.js$/,
    // Stored snapshots: what is kept here is a position. Definitions: the configuration says the same.
    members: [
      'StateNode.definition',
      'StateNode.on',
      'StateNode.events',
      'StateNode.ownEvents',
      'StateMachine.resolveState',
      'StateMachine.microstep',
      'StateMachine.definition',
      'StateMachine.getPersistedSnapshot',
      'StateMachine.restoreSnapshot',
    ],
    texts: [
      ['this.getPersistedSnapshot = this.getPersistedSnapshot.bind(this);', ''],
      ['this.restoreSnapshot = this.restoreSnapshot.bind(this);', ''],
      ['formatRouteTransitions(this.root);', ''],
      ['this.events = this.root.events;', ''],
      [/return this\.definition;/g, 'return this.config;', 2],
      // A guard that throws may say so itself.
      [/try \{\s*(guardPassed = .*)\s*\} catch \(err\) \{[^]*?\n {6}\}/, '$1'],
      [/const assignment = \(\{[^]*?self\s*\}\);/, 'const assignment = ({ event, self }) => context({ input: event.input, self });'],
    ],
  },
  {
    file: /\/xstate\/dist\/assign-\w+\.esm\.js$/,
    // Actors are invoked, none is spawned.
    texts: [
      ['spawn: createSpawner(actorScope, snapshot, actionArgs.event, spawnedChildren),', ''],
      ['const spawnedChildren = {};', ''],
      [/children: Object\.keys\(spawnedChildren\)[^]*?: snapshot\.children\b/, 'children: snapshot.children'],
    ],
  },
  {
    file: /\/xstate\/dist\/xstate-actors\.esm\.js$/,
    texts: [
      [
        /,\s*getPersistedSnapshot: snapshot => snapshot,\s*restoreSnapshot: snapshot => snapshot\s*\};\s*return logic;\s*\}\s*const emptyLogic/,
        '};\nreturn logic;\n}\nconst emptyLogic',
      ],
    ],
  },
  {
    file: /\/xstate\/dist\/raise-\w+\.esm\.js$/,
    members: ['Actor.select', 'Actor.getPersistedSnapshot', 'Actor.attachDevTools'],
    functions: {
      // No event is named with a wildcard, no state is a history, no actor is given in place.
      getCandidates: 'return stateNode.transitions.get(receivedEventType) ?? [];',
      isHistoryNode: 'return false;',
      getEffectiveTargetStates: 'return transition.target ?? [];',
      resolveReferencedActor: 'return machine.implementations.actors[src];',
      resolveActionsAndContext:
        'return resolveAndExecuteActionsWithContext(currentSnapshot, event, actorScope, actions, { internalQueue });',
    },
    texts: [
      // Names of actors in the system.
      [/const systemId = reverseKeyedActors\.get[^]*?\n {6}\}/, ''],
      [/get: systemId => \{[^]*?(?=inspect: observerOrFn)/, ''],
      [/getSnapshot: \(\) => \{\s*return \{\s*_scheduledEvents[^]*?_clock: clock/, '_clock: clock'],
      [/if \(!this\._parent\) \{\s*this\.system\.start\(\);\s*\}/, ''],
      [/if \(systemId\) \{\s*this\.systemId = systemId;[^]*?\}/, ''],
      [/if \(systemId && this[^]*?\n {4}\}/, ''],
      [/if \(this\.systemId\) \{[^]*?\}/, ''],
      // Snapshots passed on to the parent.
      [/if \(this\._syncSnapshot\) \{[^]*?\n {4}\}/, ''],
      [/if \(invokeDef\.onSnapshot\) \{[^]*?\n {4}\}/, ''],
      [/if \(this\.options\.devTools\) \{[^]*?\}/, ''],
      ['this._initState(options?.snapshot ?? options?.state);', 'this._initState();'],
      [/persistedState \? this\.logic\.restoreSnapshot .*? : persistedState : /, ''],
      [
        /const saveExecutingCustomAction = [^]*?executingCustomAction = saveExecutingCustomAction;\s*\}/,
        'action.exec(action.info, action.params);',
      ],
      [/for \(const historyNode of getHistoryNodes[^]*?\n {4}\}\n/, ''],
      [/if \('retryResolve' in [^]*?\}/, ''],
      [/if \(actions\) \{\s*intermediateSnapshot = [^]*?\}/, ''],
      // Loops are not counted up to infinity.
      [/iterationCount\+\+;\s*if \(iterationCount > [^]*?\n {4}\}/, ''],
      [/const maxIterations = .*\s*let iterationCount = 0;/, ''],
      [/if \(typeof eventOrExpr === 'string'\) \{[^]*?\n {2}\}/, ''],
    ],
  },
  {
    file: /\/lit-html\/lit-html\.js$/,
    texts: [
      // No directives, no expressions in place of attributes, in comments or in the text of `<style>` and its like, and no templates of SVG.
      [/function M\(t,i,s=t,e\)\{.*?\}(?=class R\{)/, 'function M(t,i){return i}'],
      ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));', ''],
      [':6===r.type&&(i=new Z(h,this,t))', ':0'],
      [/if\(y\.test\(r\.tagName\)\)\{.*?\}\}(?=\}else if\(8===)/, ''],
      ['(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p)', '(c=p)'],
      ['(c=n??v,d=-1)', '(c=v,d=-1)'],
      ['(c=p,n=void 0)', '(c=p)'],
      [/(if\(r\.data===n\)d\.push\(\{type:2,index:l\}\);)else\{.*?\}(?=l\+\+)/, '$1'],
      ['l=2===i?"<svg>":3===i?"<math>":"",', 'l="",'],
      ['+(2===i?"</svg>":3===i?"</math>":"")', ''],
      [/if\((this\.el=S\.createElement\(f,e\),P\.currentNode=this\.el\.content),2===i\|\|3===i\)\{.*?\}/, '$1;'],
      // Only directives ask whether they are in the page.
      [/get _\$AU\(\)\{.*?\}/g, '', 4],
      ['get parentNode(){return this._$AM.parentNode}', ''],
      ['get startNode(){return this._$AA}get endNode(){return this._$AB}', ''],
      ['get tagName(){return this.element.tagName}', ''],
      [/setConnected\(t\)\{.*?\}/, ''],
      ['this._$AP?.(!1,!0,s);', ';'],
      [/this\._\$AN=void 0,?/g, '', 4],
      [',this._$Cv=e?.isConnected??!0', ''],
      // Listeners are functions without options.
      ['||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive', ''],
      [
        '"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)',
        'this._$AH.call(this.options.host,t)',
      ],
      [/B=t\.litHtmlPolyfillSupport;B\?\.\(S,k\),\(t\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);const D=/, 'D='],
    ],
  },
  {
    file: /\/@lit\/reactive-element\/css-tag\.js$/,
    // Every browser that is supported adopts style sheets.
    texts: [
      [/e=t\.ShadowRoot&&.*?(?=,s=Symbol)/, 'e=!0'],
      ['t=globalThis,', ''],
    ],
  },
  {
    file: /\/@lit\/reactive-element\/reactive-element\.js$/,
    texts: [
      // No decorators, and properties are texts, booleans or no attributes at all; none is written back.
      ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
      [/const t=this\[Symbol\.metadata\];if.*?\}(?=this\._\$Eh=new Map)/, ''],
      ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
      [',void 0!==t.l&&(this.l=[...t.l])', ''],
      [',this.constructor.l?.forEach(t=>t(this))', ''],
      ['case Number:i=null===t?null:Number(t);break;case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}', ''],
      [/toAttribute\(t,s\)\{.*?return t\},/, ''],
      [/_\$ET\(t,s\)\{.*?\}(?=_\$AK)/, ''],
      ['this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),', ''],
      [',!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t)', ''],
      ['removeController(t){this._$EO?.delete(t)}', ''],
      ['p=a.reactiveElementPolyfillSupport,', ''],
      [/,p\?\.\(\{ReactiveElement:y\}\),\(a\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ';'],
      ['c=a.trustedTypes,l=c?c.emptyScript:"",', ''],
    ],
  },
  {
    file: /\/lit-element\/lit-element\.js$/,
    texts: [
      ['this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),', ''],
      [/connectedCallback\(\)\{.*?\}disconnectedCallback\(\)\{.*?\}/, ''],
      [/,s\.litElementHydrateSupport\?\.\(\{LitElement:i\}\);const o=s\.litElementPolyfillSupport;o\?\.\(\{LitElement:i\}\);/, ';'],
      [/\(s\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ''],
    ],
  },
];

function* nodesOf(node) {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const item of node) yield* nodesOf(item);
    return;
  }
  if (typeof node.type === 'string') yield node;
  for (const value of Object.values(node)) if (value && typeof value === 'object') yield* nodesOf(value);
}

const cutsOf = (id) => CUTS.find(({ file }) => file.test(id));

/** The code of one of these files without what is unused; `undefined` for any other file. `parse` gives a syntax tree. */
export function withoutUnused(code, id, parse) {
  const cuts = cutsOf(id);
  if (!cuts) return undefined;
  const { members = [], functions = {}, texts } = cuts;
  const text = new MagicString(code);
  const unmet = new Set([...members, ...Object.keys(functions)]);
  for (const node of nodesOf(parse(code))) {
    if (node.type === 'ClassDeclaration') {
      for (const { key, start, end } of node.body.body) if (unmet.delete(`${node.id.name}.${key.name}`)) text.remove(start, end);
    } else if (node.type === 'FunctionDeclaration' && unmet.delete(node.id.name)) {
      text.update(node.body.start, node.body.end, `{ ${functions[node.id.name]} }`);
    }
  }
  let short = text.toString();
  for (const [part, replacement, times = 1] of texts) {
    let found = 0;
    short = short.replaceAll(part instanceof RegExp ? new RegExp(part, 'g') : part, (match, group) => {
      found += 1;
      return replacement.replace('$1', () => group);
    });
    if (found !== times) unmet.add(`${String(part)} ${found} times`);
  }
  if (unmet.size > 0) throw new Error(`${id} has changed, so measure and test anew. Not found: ${[...unmet].join(' · ')}`);
  return short;
}

/** `packages`: which of them are built in; the others' files must not be met. */
export function leaveOutUnused(packages = /./) {
  const wanted = CUTS.filter(({ file }) => packages.test(file.source));
  const met = new Set();
  return {
    name: 'leave-out-unused',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const short = withoutUnused(code, id, (text) => this.parse(text));
      if (short === undefined) return null;
      met.add(cutsOf(id));
      return { code: short, map: null };
    },
    buildEnd(fault) {
      if (!fault && met.size < wanted.length) this.error('XState or Lit has its files elsewhere now');
    },
  };
}
