import type { Cdevent } from './cdevent.js';

// scheme://host/path, with at least one character of path: a bare host is a system, not a run.
const urlWithPath = /^https?:\/\/[^/?#\s]+\/[^\s]+$/;
const githubRun = /^https?:\/\/[^/]+\/([\w.-]+\/[\w.-]+)\/actions\/runs\//;
const gitlabRun = /^https?:\/\/[^/]+\/([\w./-]+)\/-\/(?:pipelines|jobs)\//;
const ownerAndName = /^[\w.-]+\/[\w.-]+$/;

/** The URL of the run that an event comes from, where a sender puts it into `source`. */
export function runUrlOf(event: Cdevent): string | null {
  return event.sources.find((source) => urlWithPath.test(source)) ?? null;
}

/** `owner/name`, where a run's URL or a pipeline named after its repository tells it. CDEvents itself has no such field. */
export function repositoryOfRun(url: string | null, pipeline: string | null): string | null {
  const match = url === null ? null : (githubRun.exec(url) ?? gitlabRun.exec(url));
  if (match?.[1] !== undefined) return match[1];
  return pipeline !== null && ownerAndName.test(pipeline) ? pipeline : null;
}
