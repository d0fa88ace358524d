import type { EventOf, JsonObject } from '@faultline/model';
import { eventBase } from '../../fields/event-base.js';
import { badShape, noTime } from '../../fields/failures.js';
import { firstTimeUs } from '../../fields/first-time.js';
import { objectsOf } from '../../fields/objects.js';
import { at, textAt, textOf, textsOf } from '../../json/fields.js';
import { noRepository, repositoryOf, senderOf, type PayloadReader } from './payload.js';

/** GitHub sends at most 2048 commits a push and cuts the lists of files at 3000. */
const commitsMax = 2048;
const pathsMax = 3000;
const noCommit = /^0+$/;

export const pushReader: PayloadReader = {
  fields: [
    'ref',
    'before',
    'after',
    'commits',
    'head_commit.timestamp',
    'pusher.name',
    'repository.full_name',
    'repository.pushed_at',
    'sender.login',
  ],
  read({ body, deliveredAtUs }, record) {
    // The author of a commit chooses its timestamp; only GitHub writes `pushed_at`.
    const atUs =
      firstTimeUs(at(body, 'repository.pushed_at')) ??
      deliveredAtUs ??
      firstTimeUs(at(body, 'head_commit.timestamp'));
    if (atUs === null) return noTime('A push', '`repository.pushed_at` must be a time');
    const repository = repositoryOf(body);
    if (repository === null) return noRepository;
    const commit = textOf(body['after']);
    if (commit === null)
      return badShape('A push without `after`', '`after` must be the commit that the ref now points to');
    const base = eventBase(record, 'github.push', atUs, deliveredAtUs);
    // A deleted ref points to no commit; taking the zeros for one would join all deletions of all repositories.
    if (noCommit.test(commit))
      return { ...base, kind: 'other', action: 'github.push.delete', host: null, service: null };
    return {
      ...base,
      kind: 'vcs.push',
      repository,
      ref: textOf(body['ref']),
      commit,
      before: beforeOf(body),
      sender: senderOf(body) ?? textAt(body, 'pusher.name'),
      commits: objectsOf(body['commits'], commitsMax).map(readCommit),
    };
  },
};

function beforeOf(body: JsonObject): string | null {
  const before = textOf(body['before']);
  return before === null || noCommit.test(before) ? null : before;
}

function readCommit(commit: JsonObject): EventOf<'vcs.push'>['commits'][number] {
  const paths = [...textsOf(commit['added']), ...textsOf(commit['modified']), ...textsOf(commit['removed'])];
  return {
    id: textOf(commit['id']) ?? '',
    author:
      textAt(commit, 'author.username') ?? textAt(commit, 'author.name') ?? textAt(commit, 'author.email'),
    paths: paths.slice(0, pathsMax),
  };
}
