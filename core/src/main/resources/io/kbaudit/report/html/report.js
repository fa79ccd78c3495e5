"use strict";
// Filters and sorts. Without it the page shows everything, in the order of the article.
(() => {
  const collator = new Intl.Collator("en", { numeric: true });
  const marks = ["none", "passed", "remarked", "waived", "undecided", "failed"];
  const units = { KB: 2 ** 10, MB: 2 ** 20 };

  // How cells of a kind of column compare; where the larger is worse, or newer, it comes first.
  const kinds = {
    text: { read: (cell) => nameIn(cell).textContent.trim(), compare: collator.compare },
    number: { read: (cell) => Number(cell.textContent), compare: (a, b) => a - b },
    size: { read: (cell) => bytes(cell.textContent), compare: (a, b) => a - b },
    mark: {
      read: (cell) => marks.findIndex((mark) => cell.classList.contains(mark)),
      compare: (a, b) => a - b,
      descendingFirst: true,
    },
  };

  // What holds the name of a file: a link to its card, or what its evidence opens by.
  function nameIn(cell) {
    const first = cell.firstElementChild ?? cell;
    return first.matches("details") ? first.firstElementChild : first;
  }

  // What is not there, or not read, is less than every size.
  function bytes(text) {
    const [amount, unit] = text.trim().split(" ");
    const number = amount === "" ? NaN : Number(amount.replaceAll(",", ""));
    return Number.isNaN(number) ? -1 : number * (units[unit] ?? 1);
  }

  function counted(shown, all, noun) {
    const format = new Intl.NumberFormat("en");
    return `${format.format(shown)} of ${format.format(all)} ${noun}`;
  }

  // A row of the table, and the card that says more of the same file, if there is one.
  class Row {
    constructor(row) {
      this.row = row;
      const link = nameIn(row.cells[1]);
      this.card = link.matches("a") ? document.getElementById(link.hash.slice(1)) : null;
      this.result = marks.find((mark) => row.classList.contains(mark));
    }

    get text() {
      const name = this.row.cells[1].textContent;
      const shared = this.card?.closest("[data-shared]")?.querySelector(".finding").textContent;
      const found = `${shared ?? ""} ${this.card?.textContent ?? ""}`;
      this.lowerCase ??= `${name} ${found}`.toLowerCase();
      return this.lowerCase;
    }

    show(shown) {
      if (this.row.hidden === shown) {
        this.row.hidden = !shown;
        if (this.card) {
          this.card.hidden = !shown;
        }
      }
    }
  }

  function serve(place) {
    const form = place.querySelector("[data-filter]");
    const text = form.querySelector("[data-text]");
    const result = form.querySelector("[data-result]");
    const evidence = form.querySelector("[data-evidence]");
    const output = form.querySelector("[data-count]");
    const body = place.querySelector("table.all > tbody");
    const shared = Array.from(place.querySelectorAll("[data-shared]"));
    const files = Array.from(body.rows, (row) => new Row(row));

    function filter() {
      const wanted = text.value.trim().toLowerCase();
      let shown = 0;
      for (const file of files) {
        const fits =
          (result.value === "" || file.result === result.value) &&
          (wanted === "" || file.text.includes(wanted));
        file.show(fits);
        shown += fits ? 1 : 0;
      }
      // A card of several files is there as long as one of them is.
      for (const card of shared) {
        card.hidden = card.querySelector("[data-card]:not([hidden])") === null;
      }
      form.classList.toggle("active", shown < files.length);
      output.value = `Showing ${counted(shown, files.length, "files")}`;
    }

    function sort(header) {
      const { read, compare, descendingFirst } = kinds[header.dataset.sort];
      const sorted = header.getAttribute("aria-sort");
      const descending = sorted ? sorted === "ascending" : Boolean(descendingFirst);
      const column = header.cellIndex;
      const keyed = files.map((file) => ({ row: file.row, key: read(file.row.cells[column]) }));
      keyed.sort((a, b) => (descending ? compare(b.key, a.key) : compare(a.key, b.key)));
      for (const other of header.parentNode.cells) {
        other.removeAttribute("aria-sort");
      }
      header.setAttribute("aria-sort", descending ? "descending" : "ascending");
      const rows = document.createDocumentFragment();
      for (const { row } of keyed) {
        rows.append(row);
      }
      body.append(rows);
    }

    function openEvidence() {
      const open = evidence.getAttribute("aria-pressed") !== "true";
      evidence.setAttribute("aria-pressed", String(open));
      for (const details of place.querySelectorAll("details")) {
        details.open = open;
      }
    }

    for (const header of place.querySelectorAll("th[data-sort]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...header.childNodes);
      button.addEventListener("click", () => sort(header));
      header.append(button);
    }
    place.querySelector("th[data-sort]").setAttribute("aria-sort", "ascending");

    // While somebody types, only the last of several letters filters.
    let waiting = 0;
    text.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(filter, 100);
    });
    result.addEventListener("change", filter);
    evidence.addEventListener("click", openEvidence);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    filter();
  }

  document.querySelectorAll("[data-files]").forEach(serve);
})();
