
"use strict";
(() => {
  const byId = id => document.getElementById(id);
  const open = () => {
    const target = location.hash && byId(location.hash.slice(1));
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
    }
    if (target) target.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();

  const form = byId("filter");
  if (!form) return;
  const box = byId("files");
  const severities = ["low", "medium", "high", "critical"];
  const files = [...box.children].map(element => ({
    element,
    path: element.dataset.path,
    heat: Number(element.dataset.heat),
    badge: element.querySelector("summary .badge"),
    rows: [...element.querySelectorAll(".finding")].map(row => ({
      row,
      severity: severities.indexOf(row.dataset.s),
      category: row.dataset.c,
      fix: row.dataset.f,
      text: (element.dataset.path + " " + row.querySelector("p").textContent).toLowerCase()
    }))
  }));
  const all = files.reduce((sum, file) => sum + file.rows.length, 0);
  const said = new Intl.NumberFormat("en");
  const counted = n => said.format(n) + (n === 1 ? " finding" : " findings");

  const filter = () => {
    const words = byId("q").value.toLowerCase().split(/\s+/).filter(Boolean);
    const least = severities.indexOf(byId("severity").value);
    const category = byId("category").value;
    const fix = byId("fix").value;
    const wanted = one => one.severity >= least && (!category || one.category === category)
      && (!fix || one.fix === fix) && words.every(word => one.text.includes(word));
    let shown = 0;
    for (const file of files) {
      let here = 0;
      for (const one of file.rows) {
        const hidden = !wanted(one);
        if (one.row.hidden !== hidden) one.row.hidden = hidden;
        if (!hidden) here++;
      }
      file.element.hidden = here === 0;
      file.shown = here;
      file.badge.textContent = here === file.rows.length ? counted(here)
        : said.format(here) + " of " + counted(file.rows.length);
      shown += here;
    }
    byId("matches").textContent = shown === all ? counted(all) + " shown."
      : said.format(shown) + " of " + counted(all) + " shown.";
  };
  const orders = {
    heat: (a, b) => b.heat - a.heat || (a.path < b.path ? -1 : 1),
    path: (a, b) => a.path < b.path ? -1 : 1,
    count: (a, b) => b.rows.length - a.rows.length || (a.path < b.path ? -1 : 1)
  };
  const sort = () => box.append(...files.sort(orders[byId("order").value]).map(file => file.element));
  const fold = open => files.forEach(file => { if (!file.element.hidden) file.element.open = open; });

  let waiting = 0;
  byId("q").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 150);
  });
  for (const id of ["severity", "category", "fix"]) byId(id).addEventListener("change", filter);
  byId("order").addEventListener("change", sort);
  byId("unfold").addEventListener("click", () => fold(true));
  byId("fold").addEventListener("click", () => fold(false));
  form.addEventListener("submit", event => event.preventDefault());
  form.hidden = false;
  filter();
  if (location.hash) open();
})();
