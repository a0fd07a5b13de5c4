/** What the report's page does in a browser. Plain JavaScript: it is written into the page as it stands. */
export const pageScript = `
"use strict";
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
const shown = (element) => !element.hidden && element.closest("[hidden]") === null;

function setView(view) {
  document.body.className = view;
  for (const name of ["unified", "split"]) byId(name).setAttribute("aria-pressed", String(name === view));
}

function toggleTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
}

function applyFilters() {
  const text = byId("search").value.trim().toLowerCase();
  const boxes = all(".by-transform");
  const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  const everything = wanted.size === boxes.length;
  const matches = (element) => {
    const names = element.dataset.transforms.split(" ").filter(Boolean);
    return everything || names.length === 0 || names.some((name) => wanted.has(name));
  };
  for (const element of all("[data-transforms]")) element.hidden = !matches(element);
  for (const file of all(".file")) {
    const hunks = all(".hunk", file);
    file.hidden = !file.dataset.path.toLowerCase().includes(text) || (hunks.length > 0 && hunks.every((hunk) => hunk.hidden));
    const leaf = all(".leaf").find((one) => one.dataset.for === file.id);
    if (leaf) leaf.hidden = file.hidden;
  }
  for (const folder of all("nav details").reverse()) {
    folder.parentElement.hidden = all(".leaf", folder).every((leaf) => leaf.hidden);
  }
  document.querySelector(".nothing").hidden = all(".file").length === 0 || all(".file").some(shown);
}

function step(selector, by) {
  const elements = all(selector).filter(shown);
  if (elements.length === 0) return;
  const top = document.querySelector("header.page").offsetHeight + 12;
  const focused = elements.findIndex((element) => element === document.activeElement);
  const visible = elements.findIndex((element) => element.getBoundingClientRect().bottom > top + 1);
  const at = focused >= 0 ? focused + by : Math.max(0, visible) + (by < 0 ? -1 : 0);
  const target = elements[Math.min(elements.length - 1, Math.max(0, at))];
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "start" });
}

function markCurrent(entries) {
  for (const { target, isIntersecting } of entries) {
    const leaf = all(".leaf").find((one) => one.dataset.for === target.id);
    if (leaf) leaf.classList.toggle("current", isIntersecting);
  }
}

const keys = {
  j: () => step(".file", 1),
  k: () => step(".file", -1),
  n: () => step(".hunk", 1),
  p: () => step(".hunk", -1),
  v: () => setView(document.body.className === "split" ? "unified" : "split"),
  t: toggleTheme,
  "/": () => byId("search").focus(),
  "?": () => (byId("help").open ? byId("help").close() : byId("help").showModal()),
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLInputElement && event.target.type === "search") {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});
addEventListener("hashchange", () => {
  const target = byId(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) target.open = true;
});
byId("unified").addEventListener("click", () => setView("unified"));
byId("split").addEventListener("click", () => setView("split"));
byId("theme").addEventListener("click", toggleTheme);
byId("keys").addEventListener("click", keys["?"]);
byId("search").addEventListener("input", applyFilters);
for (const box of all(".by-transform")) box.addEventListener("change", applyFilters);
const watcher = new IntersectionObserver(markCurrent, { rootMargin: "-20% 0px -70% 0px" });
for (const file of all(".file")) watcher.observe(file);
const bar = document.querySelector("header.page");
new ResizeObserver(() => document.documentElement.style.setProperty("--bar", bar.offsetHeight + "px")).observe(bar);
setView(innerWidth >= 1200 ? "split" : "unified");
`;
