/**
 * Colours of the picture. Every mark also has a shape and a word, so nothing depends on colour alone. Text on its ground has a contrast of
 * at least 4.5:1 in both schemes (WCAG 2.2, 1.4.3).
 */
export const chainStyle = `
.fl-chain{--fl-ground:#fff;--fl-box:#f6f7f9;--fl-line:#c3cad4;--fl-text:#161b22;--fl-soft:#545d6b;--fl-edge:#6a7482;--fl-root:#a3162b;--fl-root-box:#fdeef0;--fl-impact:#7a4300;--fl-impact-box:#fff4e0;--fl-cut:#0b5c46;--fl-cut-box:#e6f6f0;color-scheme:light dark}
@media (prefers-color-scheme:dark){.fl-chain{--fl-ground:#12161c;--fl-box:#1b212a;--fl-line:#3d4756;--fl-text:#e8ecf2;--fl-soft:#a6b0be;--fl-edge:#8b96a5;--fl-root:#ff8d99;--fl-root-box:#3a1a20;--fl-impact:#ffc46b;--fl-impact-box:#38290f;--fl-cut:#5fd6b0;--fl-cut-box:#12332a}}
@media print{.fl-chain{--fl-ground:#fff;--fl-box:#fff;--fl-line:#777;--fl-text:#000;--fl-soft:#333;--fl-edge:#444;--fl-root:#a3162b;--fl-root-box:#fff;--fl-impact:#7a4300;--fl-impact-box:#fff;--fl-cut:#0b5c46;--fl-cut-box:#fff}}
.fl-chain text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:var(--fl-text)}
.fl-chain .fl-label{font:600 11px ui-monospace,"SFMono-Regular",Menlo,Consolas,"DejaVu Sans Mono",monospace}
.fl-chain .fl-kind{font-size:10px;fill:var(--fl-soft)}
.fl-chain .fl-time,.fl-chain .fl-tick{font-size:10px;fill:var(--fl-soft);font-variant-numeric:tabular-nums}
.fl-chain .fl-box{fill:var(--fl-box);stroke:var(--fl-line)}
.fl-chain .fl-behind{fill:var(--fl-box);stroke:var(--fl-line)}
.fl-chain .fl-is-impact .fl-box{fill:var(--fl-impact-box);stroke:var(--fl-impact);stroke-width:2}
.fl-chain .fl-is-cut .fl-box{fill:var(--fl-cut-box);stroke:var(--fl-cut);stroke-width:2;stroke-dasharray:7 3}
.fl-chain .fl-is-root .fl-box{fill:var(--fl-root-box);stroke:var(--fl-root);stroke-width:2.5;stroke-dasharray:none}
.fl-chain .fl-badge text{font-size:10px;font-weight:700;fill:var(--fl-ground)}
.fl-chain .fl-badge path{fill:none;stroke:var(--fl-ground);stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}
.fl-chain .fl-badge.fl-root rect{fill:var(--fl-root)}.fl-chain .fl-badge.fl-impact rect{fill:var(--fl-impact)}.fl-chain .fl-badge.fl-cut rect{fill:var(--fl-cut)}
.fl-chain .fl-edge{fill:none;stroke:var(--fl-edge)}
.fl-chain .fl-inferred{stroke-dasharray:6 4}.fl-chain .fl-claimed{stroke-dasharray:1.5 4;stroke-linecap:round}
.fl-chain .fl-arrow{fill:var(--fl-edge)}
.fl-chain .fl-rule{stroke:var(--fl-line);stroke-width:1}
`.trim();
