(() => {
  'use strict';
  const charts = [];
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const data = () => JSON.parse(document.getElementById('data').textContent);
  const severities = ['critical', 'high', 'medium', 'low'];
  const narrow = () => innerWidth < 500;

  function options(more) {
    return Object.assign({
      responsive: true, maintainAspectRatio: false,
      animation: false,
      interaction: { mode: 'index', intersect: false },
      plugins: { legend: { position: 'bottom', labels: { boxWidth: 12, boxHeight: 12, color: colour('ink') } } },
    }, more);
  }
  function axis(more) {
    return Object.assign({ grid: { color: colour('grid') }, border: { display: false }, ticks: { color: colour('soft'), maxRotation: 0, autoSkipPadding: 14 } }, more);
  }
  function named(text) { return { display: !!text && !narrow(), text, color: colour('soft') }; }
  function draw(id, config) {
    const canvas = document.getElementById(id);
    if (canvas) charts.push(new Chart(canvas, config));
  }
  const line = (label, values, name, more) => Object.assign({
    type: 'line', label, data: values, borderColor: colour(name), backgroundColor: colour(name), borderWidth: 2, pointRadius: values.length > 40 ? 0 : 3, tension: 0,
  }, more);
  const bar = (label, values, name, more) => Object.assign({ type: 'bar', label, data: values, backgroundColor: colour(name), borderRadius: 3, maxBarThickness: 28 }, more);

  function success(d) {
    const edge = { borderWidth: 0, pointRadius: 0, borderColor: 'transparent', backgroundColor: colour('accent-soft') };
    draw('success-chart', { data: { labels: d.periods.map((p) => p.label), datasets: [
      line('success rate', d.periods.map((p) => 100 * p.share), 'accent'),
      line('upper end', d.periods.map((p) => 100 * p.high), 'accent', Object.assign({ fill: '+1' }, edge)),
      line('lower end', d.periods.map((p) => 100 * p.low), 'accent', edge),
    ] }, options: options({ scales: { x: axis({ grid: { display: false } }), y: axis({ min: 0, max: 100, title: named('% of runs, with 95 % interval') }) },
      plugins: { legend: { display: false } } }) });
  }
  function usefulness(d) {
    draw('usefulness-chart', { data: { labels: d.periods.map((p) => p.label), datasets: [
      line('removed a minute', d.periods.map((p) => p.perMinute), 'high', { yAxisID: 'rate' }),
      bar('findings removed', d.periods.map((p) => p.removed), 'accent'),
    ] }, options: options({ scales: { x: axis({ grid: { display: false } }), y: axis({ beginAtZero: true, title: named('findings removed') }),
      rate: axis({ position: 'right', beginAtZero: true, grid: { display: false }, title: named('a minute') }) } }) });
  }
  function stacked(d, more) {
    return severities.filter((s) => d.some((one) => one[s] > 0)).map((s) => bar(s, d.map((one) => one[s]), s, Object.assign({ stack: 's' }, more)));
  }
  function findings(d) {
    draw('findings-chart', { data: { labels: d.quality.map((p) => p.label), datasets: stacked(d.quality) },
      options: options({ scales: { x: axis({ stacked: true, grid: { display: false } }), y: axis({ stacked: true, beginAtZero: true, title: named('findings in 1,000 lines') }) } }) });
  }
  function changes(d) {
    draw('changes-chart', { data: { labels: d.changes.map((p) => p.label), datasets: [
      bar('new', d.changes.map((p) => p.fresh), 'high'), bar('reopened', d.changes.map((p) => p.reopened), 'medium'), bar('fixed', d.changes.map((p) => -p.fixed), 'accent'),
    ].map((set) => Object.assign(set, { stack: 's' })) }, options: options({ scales: { x: axis({ stacked: true, grid: { display: false } }), y: axis({ stacked: true, title: named('findings: new above, fixed below'), ticks: { color: colour('soft'), callback: (v) => Math.abs(v), precision: 0 } }) } }) });
  }
  function waterfall(d) {
    const select = document.getElementById('run-choice');
    const run = d.runs[select ? Number(select.value) : 0];
    if (!run) return;
    const of = { succeeded: 'accent', 'nothing-to-do': 'low', recovered: 'medium', failed: 'bad', skipped: 'line' };
    draw('run-chart', { type: 'bar', data: { labels: run.steps.map((s) => s.name), datasets: [{
      label: 'seconds', data: run.steps.map((s) => [s.begin, Math.max(s.end, s.begin + run.seconds / 300)]), backgroundColor: run.steps.map((s) => colour(of[s.outcome] || 'soft')), borderRadius: 3, borderSkipped: false, maxBarThickness: 26 }] },
      options: options({ indexAxis: 'y', interaction: { mode: 'nearest', intersect: false, axis: 'y' },
        scales: { x: axis({ beginAtZero: true, title: named('seconds since the first step began') }), y: axis({ grid: { display: false } }) },
        plugins: { legend: { display: false }, tooltip: { callbacks: { label: (c) => { const s = run.steps[c.dataIndex]; return `${s.outcome}: ${(s.end - s.begin).toFixed(2)} s, ${s.attempts} attempt${s.attempts === 1 ? '' : 's'}`; } } } } }) });
    const canvas = document.getElementById('run-chart');
    if (canvas) canvas.setAttribute('aria-label', `${run.label}: ${run.steps.map((s) => `${s.name} ${s.outcome} ${(s.end - s.begin).toFixed(2)} s`).join(', ')}`);
    document.querySelectorAll('[data-run]').forEach((table) => { table.hidden = table.dataset.run !== String(select ? select.value : 0); });
  }
  function files(d) {
    const short = (path) => { const most = narrow() ? 18 : 36; return path.length > most ? '…' + path.slice(1 - most) : path; };
    draw('files-chart', { data: { labels: d.files.map((f) => short(f.path)), datasets: stacked(d.files) },
      options: options({ indexAxis: 'y', interaction: { mode: 'index', axis: 'y', intersect: false }, scales: { x: axis({ stacked: true, beginAtZero: true, ticks: { color: colour('soft'), precision: 0 } }), y: axis({ stacked: true, grid: { display: false }, ticks: { color: colour('soft'), autoSkip: false } }) } }) });
  }
  function intervals(id, marks, neutral, scale) {
    const even = { type: 'line', label: 'no difference', data: [{ x: neutral, y: -0.5 }, { x: neutral, y: marks.length - 0.5 }], borderColor: colour('soft'), borderDash: [5, 4], borderWidth: 1.5, pointRadius: 0, yAxisID: 'place' };
    draw(id, { data: { labels: marks.map((e) => narrow() ? e.name.split(' : ')[0] : e.name), datasets: [
      { type: 'scatter', label: 'estimate', data: marks.map((e, i) => ({ x: e.estimate, y: i })), backgroundColor: colour('ink'), pointRadius: 5, yAxisID: 'place' }, even,
      { type: 'bar', label: 'interval', data: marks.map((e) => [e.low, e.high]), backgroundColor: marks.map((e) => colour(e.verdict === 'inconclusive' ? 'low' : 'accent')), borderSkipped: false, borderRadius: 4, barThickness: 12, grouped: false },
    ] }, options: options({ indexAxis: 'y', interaction: { mode: 'nearest', intersect: false, axis: 'y' }, scales: { x: axis(scale), y: axis({ grid: { display: false } }), place: { display: false, min: -0.5, max: marks.length - 0.5, reverse: true } } }) });
  }
  function experiments(d) {
    intervals('experiments-chart', d.experiments, 0.5, { min: 0, max: 1, title: named('share of decided pairs that a won; left of the line b is better') });
  }
  function logarithmic(lows, highs, more) {
    const low = Math.min(0.5, ...lows), high = Math.max(2, ...highs);
    return Object.assign({ type: 'logarithmic', min: low * 0.9, max: high * 1.1, ticks: { color: colour('soft'), maxRotation: 0, autoSkipPadding: 14, callback: (v) => Number(v.toPrecision(3)) } }, more);
  }
  function times(d) {
    intervals('times-chart', d.times, 1, logarithmic(d.times.map((e) => e.low), d.times.map((e) => e.high), { title: named('time of a over b; right of the line a takes longer') }));
  }
  function evolution(d) {
    draw('evolution-chart', { type: 'bar', data: { labels: d.evolution.map((e) => e.name), datasets: [
      bar('evidence', d.evolution.map((e) => e.share), 'accent'), bar('chance of the next run', d.evolution.map((e) => e.chance), 'low'),
    ] }, options: options({ indexAxis: 'y', interaction: { mode: 'index', axis: 'y', intersect: false }, scales: { x: axis({ min: 0, max: 100, title: named('% of the evidence that the gate asks; % of runs') }), y: axis({ grid: { display: false } }) } }) });
  }
  function work(d) {
    draw('work-chart', { type: 'bar', data: { labels: d.pairs.map((p) => p.number), datasets: [bar('a', d.pairs.map((p) => p.a), 'accent'), bar('b', d.pairs.map((p) => p.b), 'medium')] },
      options: options({ scales: { x: axis({ grid: { display: false }, title: named('pair') }), y: axis({ beginAtZero: true, title: named('findings removed'), ticks: { color: colour('soft'), precision: 0 } }) } }) });
  }
  function ratios(d) {
    const flat = (value, more) => Object.assign({ type: 'line', data: d.pairs.map(() => value), pointRadius: 0, borderWidth: 0, backgroundColor: colour('accent-soft') }, more);
    const band = d.low === null ? [] : [flat(d.high, { label: 'interval', fill: '+1' }), flat(d.low, { label: '' })];
    draw('ratios-chart', { data: { labels: d.pairs.map((p) => p.number), datasets: [
      { type: 'line', label: 'a over b', data: d.pairs.map((p) => p.ratio), showLine: false, pointRadius: 4, backgroundColor: colour('accent'), borderColor: colour('accent') }, ...band,
      flat(1, { label: 'no difference', borderColor: colour('soft'), borderDash: [5, 4], borderWidth: 1.5 }),
    ] }, options: options({ scales: { x: axis({ grid: { display: false }, title: named('pair') }), y: axis(logarithmic(d.pairs.map((p) => p.ratio), d.pairs.map((p) => p.ratio), { title: named('time of a over b') })) },
      plugins: { legend: { position: 'bottom', labels: { boxWidth: 12, boxHeight: 12, color: colour('ink'), filter: (one) => one.text !== '' } } } }) });
  }
  function drawAll() {
    charts.splice(0).forEach((chart) => chart.destroy());
    const d = data();
    const cards = { success, usefulness, findings, changes, run: waterfall, files, experiments, times, evolution, work, ratios };
    Object.keys(cards).filter((id) => document.getElementById(id + '-chart')).forEach((id) => cards[id](d));
    document.documentElement.dataset.charts = String(charts.length);
  }
  function listen() {
    const select = document.getElementById('run-choice');
    if (select) select.addEventListener('change', drawAll);
  }
  async function refresh(main) {
    if (document.hidden) return;
    const answer = await fetch(location.href, { cache: 'no-store', credentials: 'omit' });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = page.querySelector('main');
    if (!next || next.dataset.version === main().dataset.version) return;
    const open = [...document.querySelectorAll('details[open]')].map((d) => d.id);
    const focus = document.activeElement && document.activeElement.id;
    main().replaceWith(next);
    document.getElementById('data').textContent = page.getElementById('data').textContent;
    open.forEach((id) => { const one = document.getElementById(id); if (one) one.open = true; });
    if (focus && document.getElementById(focus)) document.getElementById(focus).focus();
    listen();
    drawAll();
    document.getElementById('news').textContent = 'Updated ' + new Date().toLocaleTimeString();
  }
  function live() {
    const main = () => document.querySelector('main');
    const seconds = Number(document.documentElement.dataset.live);
    if (!seconds) return;
    const news = document.getElementById('news');
    const again = () => setTimeout(() => refresh(main).catch(() => { news.textContent = 'The dashboard does not answer; what is shown may be old.'; }).finally(again), 1000 * seconds);
    again();
  }
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  listen();
  drawAll();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  live();
})();
