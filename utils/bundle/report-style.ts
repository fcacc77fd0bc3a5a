/** The whole style of report.html: light, printable on A4, system fonts only. */
export const REPORT_STYLE = `
:root { color-scheme: light; --ink: #1b2430; --soft: #566173; --line: #d8dde5; --paper: #fff; --tint: #f4f6f9; --mark: #fde3d6; --warn: #9a3412; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2.5rem 1.5rem 4rem; background: var(--paper); color: var(--ink); font: 15px/1.65 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; margin: 3rem 0 .25rem; padding-top: 1.25rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1rem; margin: 1.75rem 0 .5rem; }
p { margin: .25rem 0 .75rem; }
.soft { color: var(--soft); }
.code { font-family: ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; font-size: .82em; }
table { width: 100%; border-collapse: collapse; font-size: .92em; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--soft); white-space: nowrap; }
.facts th { width: 9rem; }
mark { background: var(--mark); color: inherit; font-weight: 600; }
.missing { color: var(--warn); font-weight: 600; }
.finding { padding: .75rem 0; border-bottom: 1px solid var(--line); }
.finding p { margin: .15rem 0; }
.aside { color: var(--soft); }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 1rem; }
figure { margin: 0; }
figure img { display: block; width: 100%; max-height: 26rem; object-fit: cover; object-position: top; border: 1px solid var(--line); background: var(--tint); }
figcaption { font-size: .82em; color: var(--soft); padding-top: .25rem; }
.notice { background: var(--tint); padding: .9rem 1.1rem; border-radius: 6px; }
.damaged { border: 2px solid var(--warn); margin: 1rem 0; }
.damaged strong { color: var(--warn); }
.notice ul { margin: .25rem 0; padding-left: 1.2rem; }
ol, ul { padding-left: 1.4rem; }
a { color: inherit; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } h2 { break-before: page; } h2:first-of-type { break-before: auto; } figure, .finding, tr { break-inside: avoid; } .pictures { grid-template-columns: repeat(2, 1fr); } }
@page { size: A4; margin: 18mm 16mm; }
`;
