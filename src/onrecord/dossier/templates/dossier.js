// The page is complete without this file. It adds three comforts: j and k step through the claims, the text follows
// the card in view, and the summary table can be narrowed to one verdict.
(() => {
  "use strict";
  const cards = [...document.querySelectorAll(".claim")];
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const settle = 800; // milliseconds in which a step's own scrolling must not choose another claim
  let current = null;
  let stepped = -settle;

  function bringIntoItsWindow(word) {
    const pane = word && word.closest(".text");
    if (!pane || pane.scrollHeight <= pane.clientHeight || getComputedStyle(pane).overflowY !== "auto") return;
    const top = word.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
    pane.scrollTo({ top: top - pane.clientHeight * 0.35, behavior: calm ? "auto" : "smooth" });
  }

  function show(card) {
    if (!card || card === current) return;
    current = card;
    for (const old of document.querySelectorAll(".here")) old.classList.remove("here");
    const words = document.querySelectorAll(`[data-c~="${card.id}"]`);
    for (const one of [card, ...words]) one.classList.add("here");
    bringIntoItsWindow(words[0]);
  }

  function step(by) {
    const at = cards.indexOf(current);
    const next = cards[at < 0 ? 0 : Math.min(Math.max(at + by, 0), cards.length - 1)];
    if (!next) return;
    stepped = performance.now();
    location.replace("#" + next.id);
    next.focus({ preventScroll: true });
    show(next);
  }

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });
  addEventListener("hashchange", () => show(cards.find((card) => "#" + card.id === location.hash)));

  const inView = new IntersectionObserver((entries) => {
    const card = entries.find((entry) => entry.isIntersecting);
    if (card && performance.now() - stepped > settle) show(card.target);
  }, { rootMargin: "-12% 0px -80% 0px" });
  if (matchMedia("(min-width: 62rem)").matches) cards.forEach((card) => inView.observe(card));

  const filter = document.getElementById("filter");
  const buttons = [...filter.querySelectorAll("button")];
  function narrow(chosen) {
    for (const one of buttons) one.setAttribute("aria-pressed", String(one === chosen));
    const status = chosen.dataset.status;
    for (const row of document.querySelectorAll("tr[data-status]")) {
      row.hidden = status !== "" && row.dataset.status !== status;
    }
  }
  for (const one of buttons) one.addEventListener("click", () => narrow(one));
  filter.hidden = false;
  document.querySelector(".keys").hidden = false;

  const opened = [];
  addEventListener("beforeprint", () => {
    for (const one of document.querySelectorAll("details:not([open])")) opened.push(one), (one.open = true);
  });
  addEventListener("afterprint", () => {
    while (opened.length) opened.pop().open = false;
  });
})();
