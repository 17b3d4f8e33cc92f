// What runs in the measured page.

/** Notes when each screen appeared, which tasks took longer than 50 ms and at which screen, and what moved without the patron's doing. */
export function watchPage() {
  const screens = {};
  let step = 'loading';
  let shift = 0;
  const tasks = [];
  const note = () => {
    const now = document.querySelector('library-signup')?.getAttribute('step');
    if (!now || now === step) return;
    step = now;
    screens[step] ??= performance.now();
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
