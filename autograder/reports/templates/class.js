"use strict";
// The class page without this script shows everything; with it, tables sort, and that of the submissions
// can be searched, filtered and linked to. Nothing is stored and nothing is sent.
(() => {
  const STEP = 100;

  const number = (cell) => {
    const text = (cell.dataset.v ?? cell.textContent).trim();
    return text === "" || Number.isNaN(Number(text)) ? null : Number(text);
  };

  const compare = (column, sign) => (one, other) => {
    const cells = [one.cells[column], other.cells[column]];
    const [a, b] = cells.map(number);
    if (a !== null && b !== null) return sign * (a - b);
    if (a !== null || b !== null) return a === null ? 1 : -1;
    return sign * cells[0].textContent.trim().localeCompare(cells[1].textContent.trim());
  };

  function sortable(table, show) {
    for (const header of table.tHead.rows[table.tHead.rows.length - 1].cells) {
      if (!("sort" in header.dataset)) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener("click", () => {
        const first = header.dataset.sort === "down" ? "descending" : "ascending";
        const second = first === "ascending" ? "descending" : "ascending";
        const order = header.getAttribute("aria-sort") === first ? second : first;
        for (const other of header.parentNode.cells) other.removeAttribute("aria-sort");
        header.setAttribute("aria-sort", order);
        show(compare(header.cellIndex, order === "ascending" ? 1 : -1));
      });
    }
  }

  for (const table of document.querySelectorAll("table.sortable")) {
    const body = table.tBodies[0];
    if (table.id !== "class-table") sortable(table, (by) => body.append(...[...body.rows].sort(by)));
  }

  const table = document.getElementById("class-table");
  if (!table) return;
  const form = document.getElementById("filters");
  const fields = ["q", "status", "rung", "mistake", "section"].filter((name) => form.elements[name]);
  const body = table.tBodies[0];
  let rows = [...body.rows];
  let shown = rows;
  let limit = STEP;
  const texts = new Map(rows.map((row) => [row, row.cells[0].textContent.toLowerCase()]));

  const has = (row, kind, value) => (row.dataset[kind] ?? "").split(" ").includes(value);
  const index = (name) => {
    const chosen = form.elements[name]?.selectedOptions[0];
    return chosen?.value ? chosen.dataset.index : null;
  };

  function matching() {
    const words = form.elements.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = { r: index("rung"), m: index("mistake"), s: index("status"), g: index("section") };
    const chosen = Object.entries(wanted).filter(([, value]) => value !== null);
    return rows.filter(
      (row) =>
        chosen.every(([kind, value]) => has(row, kind, value)) &&
        words.every((word) => texts.get(row).includes(word)),
    );
  }

  const more = document.getElementById("more");
  const count = document.getElementById("shown");
  const mails = document.getElementById("mails");

  function draw() {
    body.classList.remove("long");
    body.replaceChildren(...shown.slice(0, limit));
    more.hidden = shown.length <= limit;
    count.textContent = count.dataset.words.replace("{shown}", shown.length).replace("{all}", rows.length);
    if (mails) mails.disabled = !shown.some((row) => row.dataset.mail);
  }

  function update() {
    shown = matching();
    limit = STEP;
    draw();
  }

  function remember() {
    const chosen = new URLSearchParams();
    for (const name of fields) if (form.elements[name].value) chosen.set(name, form.elements[name].value);
    history.replaceState(null, "", `#${chosen.toString() || "submissions"}`);
  }

  function fromAddress() {
    const address = location.hash.slice(1);
    if (!address.includes("=")) return;
    const wanted = new URLSearchParams(address);
    for (const name of fields) form.elements[name].value = wanted.get(name) ?? "";
    update();
    document.getElementById("submissions").scrollIntoView();
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => (update(), remember()));
  form.addEventListener("reset", () => setTimeout(() => (update(), remember())));
  more.addEventListener("click", () => ((limit += 10 * STEP), draw()));
  sortable(table, (by) => ((rows = rows.sort(by)), (shown = matching()), draw()));
  window.addEventListener("hashchange", fromAddress);
  window.addEventListener("beforeprint", () => ((limit = Infinity), draw()));
  mails?.addEventListener("click", () => {
    const list = [...new Set(shown.flatMap((row) => (row.dataset.mail ?? "").split(" ")))].filter(Boolean);
    const box = document.getElementById("mail-list");
    box.hidden = false;
    box.value = list.join(", ");
    box.select();
    navigator.clipboard?.writeText(box.value).catch(() => {});
  });
  draw();
  fromAddress();
})();
