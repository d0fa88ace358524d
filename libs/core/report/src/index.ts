export { badgesOf, type Badge } from './chain/badges.js';
export type { ChainEdge, ChainLayout, ChainNode, ChainTick } from './chain/chain-layout.types.js';
export { boxTime, boxWords, chainSvg, edgeWords, type ChainSvgOptions } from './chain/chain-svg.js';
export { layoutChain, type LayoutOptions } from './chain/layout-chain.js';
export { extractAnalysis } from './embed-analysis.js';
export { htmlReport } from './html/html-report.js';
export { markdownReport } from './markdown/markdown-report.js';
export type { RawOf, RawRecord, ReportOptions } from './report-options.js';
export { entityMarks, type EntityMarks } from './story/entity-marks.js';
export {
  analysisOfIncident,
  eventIdsOf,
  eventPositions,
  type EventPosition,
} from './story/event-positions.js';
export type { Part, Sentence } from './story/sentence.js';
export { storyOf, type Story } from './story/story.js';
export { timelineOf, type TimelineRow } from './story/timeline.js';
export { terminalReport, type TerminalOptions } from './terminal/terminal-report.js';
export { kindWords, labelOf } from './text/entity-words.js';
export { costWords, counted, figure, grouped, intervalWords, percent, pValue } from './text/number-words.js';
export { fullTime, offsetName, shortTime, spanWords } from './text/time-words.js';
export { severityWords, statusMeaning, verdictMeaning } from './text/verdict-words.js';
export { shortenMiddle, visibleLines, visibleText } from './text/visible-text.js';
