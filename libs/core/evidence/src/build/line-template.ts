const ansi = /\u001b\[[0-9;]*[A-Za-z]/g;

/**
 * A log line with everything that differs between two honest runs masked: colours, ids, branches, times, durations, sizes, counts, temporary paths.
 * What a line does (words, URL hosts, options) stays. Linear: every pattern is a single character class or bounded.
 */
export function lineTemplate(text: string): string {
  return text
    .slice(0, 2000)
    .replace(ansi, '')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '<uuid>')
    .replace(/\/(?:tmp|var\/folders|home\/runner\/work\/_temp)\/[^\s"']*/g, '<tmp>')
    .replace(/\brefs\/[\w./-]+/g, '<ref>')
    .replace(/(-> origin\/)[\w./-]+/g, '$1<ref>')
    .replace(/\b(?:sha\d+[-:])?[A-Za-z0-9+/]{40,}={0,2}/g, '<digest>')
    .replace(/\b[0-9a-f]{7,}\b/gi, '<hex>')
    .replace(/\d+(?:[.,:]\d+)*/g, '<n>')
    .replace(
      /<n>\s?(?:ns|us|µs|ms|s|secs?|seconds?|m|min|mins|minutes?|h|[kKMGT]i?[bB]|[bB]|bytes|%)(?![A-Za-z])/g,
      '<n>',
    )
    .replace(/\s+/g, ' ')
    .trim();
}

const diagnostic = /^(?:\S{1,20} )?(?:##)?\[?(?:warn|warning|err|error|notice|deprecated|debug)\b/i;

/** Warnings and errors come and go with the network, a registry or a flaky test; they tell of trouble, not of something that a step now does. */
export function isDiagnostic(template: string): boolean {
  return diagnostic.test(template);
}
