// What runs in the measured page.

/**
 * Notes when each screen appeared and was painted, which tasks took longer than 50 ms and at which screen, and what moved without the patron's doing.
 * Calls the binding `benchPainted` with a screen's name: waiting for one by polling would be measured too.
 */
export function watchPage() {
  const screens = {};
  const painted = {};
  let step = 'loading';
  let shift = 0;
  const tasks = [];
  const note = () => {
    const now = document.querySelector('library-signup')?.getAttribute('step');
    if (!now || now === step) return;
    step = now;
    if (screens[now] !== undefined) return;
    screens[now] = performance.now();
    // A task after the next frame's callbacks begins when the frame is done.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      painted[now] = performance.now();
      window.benchPainted?.(now);
    };
    requestAnimationFrame(() => port2.postMessage(null));
  };
  new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['step'] });
  /** A task belongs to the screen that was there when it began. */
  const stepAt = (time) =>
    Object.entries(screens)
      .filter(([, since]) => since <= time)
      .at(-1)?.[0] ?? 'loading';
  const takeTasks = (entries) => {
    for (const { startTime, duration } of entries) tasks.push({ step: stepAt(startTime), duration });
  };
  const takeShifts = (entries) => {
    for (const { value, hadRecentInput } of entries) if (!hadRecentInput) shift += value;
  };
  const longTasks = new PerformanceObserver((list) => takeTasks(list.getEntries()));
  longTasks.observe({ type: 'longtask', buffered: true });
  const shifts = new PerformanceObserver((list) => takeShifts(list.getEntries()));
  shifts.observe({ type: 'layout-shift', buffered: true });
  window.bench = {
    screens,
    painted,
    read() {
      takeTasks(longTasks.takeRecords());
      takeShifts(shifts.takeRecords());
      return { tasks, shift };
    },
  };
}

/** Stands before the script that is measured. */
export const markStart = (config) => `<script>
      window.bench.start = performance.now();
      window.bench.config = ${JSON.stringify(config)};
    </script>`;

/** Walks through a registration inside the page: what drives a browser from outside runs code of its own in it, which would be measured too. */
export function walkThrough({ branch }) {
  const root = () => document.querySelector('library-signup').shadowRoot;
  const isNew = sessionStorage.getItem('bench') === null;
  const control = (name) => root().querySelector(`[name=${name}]`);
  const type = (name, value) => {
    control(name).value = value;
    control(name).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  const pause = () => new Promise((done) => setTimeout(done, 300));
  const found = async (selector) => {
    while (!root().querySelector(selector)) await pause();
    return root().querySelector(selector);
  };
  const acts = {
    'register.identify': async () => {
      if (!isNew) return;
      const button = await found('[data-action=identify]');
      sessionStorage.setItem('bench', JSON.stringify(window.bench.read().tasks));
      button.click();
    },
    'register.details': async () => {
      type('email', 'test@example.org');
      control('branch').focus();
      await pause();
      type('branch', 'Hoved');
      (await found(`[data-value="${branch}"]`)).click();
      await pause();
      type('pin', '4071');
      control('terms').click();
      await pause();
      root().querySelector('button[type=submit]').click();
    },
  };
  const report = window.benchPainted;
  window.benchPainted = async (step) => {
    report(step);
    await pause();
    await acts[step]?.();
  };
  // The page before the login and the one after it are one journey.
  const { read } = window.bench;
  window.bench.readAll = () => {
    const { tasks, shift } = read();
    return { tasks: [...JSON.parse(sessionStorage.getItem('bench') ?? '[]'), ...tasks], shift };
  };
}
