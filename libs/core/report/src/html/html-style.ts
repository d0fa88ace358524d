import { chainStyle } from '../chain/chain-style.js';

const page = `
:root{--ground:#fff;--panel:#f6f7f9;--text:#161b22;--soft:#545d6b;--line:#d7dce3;--link:#0b57a4;--root:#a3162b;--good:#0b5c46;--warn:#7a4300;--bar:#2f6fb0;--bar-ground:#dfe4ea;--range:#0d2f52;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--ground:#12161c;--panel:#1b212a;--text:#e8ecf2;--soft:#a6b0be;--line:#333c49;--link:#85b9f5;--root:#ff8d99;--good:#5fd6b0;--warn:#ffc46b;--bar:#4d92d9;--bar-ground:#2a323d;--range:#d6e8fb}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
main,header,footer{max-width:1240px;margin:0 auto;padding:0 28px}
header{padding-top:32px}h1{font-size:26px;line-height:1.2;margin:0 0 6px}h2{font-size:22px;line-height:1.25;margin:0 0 6px}h3{font-size:16px;margin:30px 0 8px}
a{color:var(--link)}a.event{font:12px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}a.entity{text-decoration-color:var(--line);text-underline-offset:3px;color:inherit}
code,pre{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.88em}code{overflow-wrap:anywhere;unicode-bidi:isolate}
pre{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:10px 12px;white-space:pre-wrap;overflow-wrap:anywhere;margin:8px 0}
.soft{color:var(--soft)}.warn{color:var(--warn)}.sr{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.kind{color:var(--soft);font-size:.92em}.hash{font-size:11.5px}
section.incident{border-top:3px solid var(--text);margin-top:44px;padding-top:20px}
.meta{color:var(--soft);margin:0 0 14px}
.answer{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.3fr);gap:0;border:1px solid var(--line);border-radius:8px;background:var(--panel);margin:14px 0 22px}
.answer>div{padding:14px 18px}.answer>div+div{border-left:1px solid var(--line)}.answer h3{margin:0 0 4px;font-size:12.5px;text-transform:uppercase;letter-spacing:.05em;color:var(--soft)}.answer p{margin:0}.answer ul{margin:0;padding-left:18px}
.answer>div:first-child{grid-column:1/-1;border-bottom:1px solid var(--line);font-size:16.5px}.answer>div:nth-child(2){border-left:0}
.cites{font-size:12px;color:var(--soft)}
.chip,.status{display:inline-block;border-radius:4px;padding:1px 7px;font-size:11.5px;font-weight:650;letter-spacing:.03em;border:1.5px solid currentColor;white-space:nowrap}
.verdict-confirmed,.severity-critical{color:var(--root)}.verdict-probable,.severity-high{color:var(--warn)}.verdict-suspected,.severity-medium{color:var(--link)}.verdict-insufficient,.verdict-conflict,.severity-low{color:var(--soft);border-style:dashed}
.status{font-size:10.5px;padding:0 5px}.status-significant{color:var(--root)}.status-not-significant{color:var(--soft)}.status-explained{color:var(--good)}.status-missing{color:var(--warn);border-style:dashed}
.cause{border-left:4px solid var(--line);padding:2px 0 2px 16px;margin:18px 0}.cause.first{border-left-color:var(--root)}.cause p{margin:0 0 6px}
.cause-head{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:center}.rank{font-weight:700;font-size:18px}
.posterior{display:inline-flex;gap:8px;align-items:center}.bar{width:140px;height:10px;border-radius:3px}.bar .ground{fill:var(--bar-ground)}.bar .fill{fill:var(--bar)}.bar .range{fill:var(--range)}
figure{margin:0 0 8px}figcaption{color:var(--soft);font-size:13px;margin-top:6px}
.scroll{overflow-x:auto;margin:8px 0 14px}.scroll.chain{border:1px solid var(--line);border-radius:8px;background:var(--ground)}.scroll.chain svg{display:block;max-width:100%;height:auto;margin:0 auto}
table{border-collapse:collapse;width:100%;font-size:13.5px}caption{text-align:left;color:var(--soft);font-size:13px;padding-bottom:4px}
th{text-align:left;font-weight:600;border-bottom:1.5px solid var(--soft);padding:4px 10px 4px 0;white-space:nowrap}td{border-bottom:1px solid var(--line);padding:5px 10px 5px 0;vertical-align:top;overflow-wrap:anywhere}
th.number,td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;padding-right:16px}td.narrow{white-space:nowrap;font-variant-numeric:tabular-nums}
dl.unknowns dt{font-weight:600;margin-top:10px}dl.unknowns dd{margin:0 0 0 0}.effect{display:block;color:var(--warn)}
details>summary{cursor:pointer;padding:3px 0}details.more{display:inline-block;font-size:12px}
details.record{border-bottom:1px solid var(--line)}details.record:target{outline:2px solid var(--link);outline-offset:2px}details.record .id{font-size:11px}
details.record:target>summary{font-weight:600}
/* A link to a record opens it, without a script. */
details.record:target::details-content{content-visibility:visible;block-size:auto}
tr:has(:target){background:var(--panel)}
.toc td:first-child{white-space:nowrap}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
footer{color:var(--soft);font-size:13px;padding-top:30px;padding-bottom:40px}
@media(max-width:760px){.answer{grid-template-columns:1fr}.answer>div+div{border-left:0}}
@media print{body{font-size:10.5pt}main,header,footer{max-width:none;padding:0}.scroll{overflow:visible}.scroll.chain svg{min-width:0!important}section.incident+section.incident{break-before:page;margin-top:0}h2,h3,caption,.cause-head{break-after:avoid}tr,figure,.answer{break-inside:avoid}a{color:inherit}details.record{break-inside:avoid}}
`;

/** The whole style of a report: no font, image or sheet from outside. */
export const reportStyle = `${page}${chainStyle}`.trim().replace(/\n+/gu, '\n');
