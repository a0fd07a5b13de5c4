/** How the report looks: light and dark, unified and side by side, on a screen and on paper. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1f2328, #e6edf3); --faint: light-dark(#59636e, #9198a1); --line: light-dark(#d1d9e0, #30363d);
  --page: light-dark(#ffffff, #0d1117); --panel: light-dark(#f6f8fa, #151b23); --link: light-dark(#0969da, #4493f8);
  --plus: light-dark(#1a7f37, #3fb950); --minus: light-dark(#cf222e, #f85149); --warn: light-dark(#9a6700, #d29922);
  --added: light-dark(#dafbe1, #12301f); --added-words: light-dark(#9be9a8, #1f6f3d); --removed: light-dark(#ffebe9, #3a1a1d); --removed-words: light-dark(#ffc1bc, #7d2f35);
  --bar: 4.2rem;
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
html { scroll-padding-top: calc(var(--bar) + 3rem); }
.file { scroll-margin-top: -2.4rem; }
body { margin: 0; background: var(--page); color: var(--text); font: 14px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
code, kbd, .root, .range, .line { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: 12px; }
h1, h2, p, ul, dl { margin: 0; padding: 0; }
ul { list-style: none; }
button, input[type="search"] { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--line); border-radius: 6px; padding: .2rem .6rem; }
button { cursor: pointer; }
button[aria-pressed="true"] { background: var(--link); border-color: var(--link); color: light-dark(#fff, #0d1117); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
[hidden] { display: none !important; }

header.page { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: .4rem 1.2rem; min-height: var(--bar); padding: .5rem 1.2rem; background: var(--panel); border-bottom: 1px solid var(--line); }
h1 { font-size: 1.05rem; }
.root { color: var(--faint); overflow-wrap: anywhere; }
.state { padding: .1rem .6rem; border: 1px solid; border-radius: 1rem; font-size: .8rem; white-space: nowrap; }
.state.dry { color: var(--warn); }
.state.written { color: var(--plus); }
.numbers { display: flex; flex-wrap: wrap; gap: .2rem 1rem; margin-right: auto; }
.tools, .switch { display: flex; gap: .4rem; }
.switch { gap: 0; }
.switch button:first-child { border-radius: 6px 0 0 6px; }
.switch button:last-child { border-radius: 0 6px 6px 0; border-left: 0; }

.columns { display: grid; grid-template-columns: 19rem minmax(0, 1fr); align-items: start; }
aside { position: sticky; top: var(--bar); height: calc(100vh - var(--bar)); overflow: auto; padding: 1rem; border-right: 1px solid var(--line); }
aside input[type="search"] { width: 100%; }
fieldset { margin: 1rem 0; padding: .4rem .7rem; border: 1px solid var(--line); border-radius: 6px; }
fieldset li { display: flex; gap: .4rem; align-items: baseline; }
fieldset label { flex: 1; }
nav ul ul { padding-left: .9rem; }
nav summary { cursor: pointer; color: var(--faint); overflow-wrap: anywhere; }
.leaf a { display: flex; gap: .5rem; justify-content: space-between; padding: .1rem .4rem; border-radius: 4px; color: inherit; }
.leaf .name { overflow-wrap: anywhere; }
.leaf a:hover, .leaf.current a { background: var(--panel); text-decoration: none; }
.leaf.current a { box-shadow: inset 2px 0 var(--link); }
.counts { display: inline-flex; gap: .4rem; font-size: .8rem; white-space: nowrap; }
.plus { color: var(--plus); }
.minus { color: var(--minus); }
.number { color: var(--faint); font-size: .8rem; }

main { padding: 1rem 1.2rem 4rem; }
.file, .findings { margin-bottom: 1.2rem; border: 1px solid var(--line); border-radius: 8px; overflow: clip; }
.file { content-visibility: auto; contain-intrinsic-size: auto 700px; }
.file > header, .findings > summary { display: flex; gap: .8rem; align-items: baseline; padding: .5rem .9rem; background: var(--panel); border-bottom: 1px solid var(--line); }
.file > header { position: sticky; top: var(--bar); z-index: 1; }
.file h2, .findings h2 { font-size: .95rem; overflow-wrap: anywhere; }
.findings > summary { cursor: pointer; }
.findings > summary::before { content: "▸"; color: var(--faint); }
.findings[open] > summary::before { content: "▾"; }
.findings:not([open]) > summary { border-bottom: 0; }
.kind { color: var(--faint); font-size: .8rem; white-space: nowrap; }
.kind.create { color: var(--plus); }
.kind.delete { color: var(--minus); }
.file > header .counts { margin-left: auto; }
.hunk + .hunk { border-top: 1px solid var(--line); }
.hunk:focus { outline: 2px solid var(--link); outline-offset: -2px; }
.causes { position: relative; padding: .45rem .9rem; padding-right: 11rem; background: light-dark(#ddf4ff66, #121d2f); }
.causes .range { position: absolute; right: .9rem; top: .5rem; color: var(--faint); }
.transform { font-weight: 600; margin-right: .3rem; white-space: nowrap; }
.empty, .nothing { padding: 1rem; color: var(--faint); }

.line { display: grid; grid-template-columns: 3.4em 3.4em minmax(0, 1fr); text-decoration: none; min-height: 1.5em; line-height: 1.5; }
.line i { padding-right: .8em; text-align: right; font-style: normal; color: var(--faint); user-select: none; }
.line i::before { content: attr(data-n); }
.line code { position: relative; padding: 0 .6em 0 1.4em; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; }
.line code::before { position: absolute; left: .3em; color: var(--faint); user-select: none; }
ins.line { background: var(--added); }
ins.line code::before { content: "+"; color: var(--plus); }
del.line { background: var(--removed); }
del.line code::before { content: "−"; color: var(--minus); }
mark { color: inherit; background: none; border-radius: 3px; }
ins mark { background: var(--added-words); }
del mark { background: var(--removed-words); }
.unended::after { content: "no newline at end of file"; margin-left: 1em; color: var(--faint); font-style: italic; }
.hidden-character { background: var(--warn); color: var(--page); border-radius: 3px; padding: 0 .15em; }
.unified .same.new { display: none; }
.split .rows { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); grid-auto-flow: row dense; }
.split .line { grid-template-columns: 3.4em minmax(0, 1fr); }
.split .old { grid-column: 1; border-right: 1px solid var(--line); }
.split .new { grid-column: 2; }
.split .old i:nth-of-type(2), .split .new i:nth-of-type(1) { display: none; }

.keyword { color: light-dark(#cf222e, #ff7b72); } .string { color: light-dark(#0a3069, #a5d6ff); } .number-literal, code .number { color: light-dark(#0550ae, #79c0ff); font-size: inherit; }
.comment { color: light-dark(#59636e, #9198a1); } .type { color: light-dark(#953800, #ffa657); } .function { color: light-dark(#6639ba, #d2a8ff); }
.tag { color: light-dark(#116329, #7ee787); } .attribute { color: light-dark(#0550ae, #79c0ff); }

.finding { padding: .6rem .9rem; }
.finding + .finding { border-top: 1px solid var(--line); }
#right li { padding: .15rem .9rem; }
.place { display: flex; flex-wrap: wrap; gap: .2rem .8rem; align-items: baseline; }
.place code { overflow-wrap: anywhere; font-weight: 600; }
.rule { color: var(--faint); }
.help { color: var(--faint); }
.findings.error { border-left: 4px solid var(--minus); }
.findings.warning { border-left: 4px solid var(--warn); }
dialog { border: 1px solid var(--line); border-radius: 8px; background: var(--page); color: var(--text); }
dialog dl { display: grid; grid-template-columns: auto auto; gap: .3rem 1rem; margin: .8rem 0; }
dialog dd { margin: 0; }
kbd { padding: .1rem .4rem; border: 1px solid var(--line); border-radius: 4px; }

@media (max-width: 800px) {
  .columns { grid-template-columns: minmax(0, 1fr); }
  aside { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); }
  header.page, .file > header { position: static; }
  .causes { padding-right: .9rem; }
  .causes .range { position: static; }
}
@media print {
  :root, :root[data-theme] { color-scheme: light; }
  aside, .tools, dialog { display: none; }
  .columns { display: block; }
  header.page, .file > header { position: static; }
  .file { content-visibility: visible; break-inside: auto; }
  .file > header, .causes { break-after: avoid; }
  .line, .finding { break-inside: avoid; }
  * { print-color-adjust: exact; }
}
`;
