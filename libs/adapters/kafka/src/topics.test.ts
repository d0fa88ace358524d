import { describe, expect, it } from 'vitest';
import { allTopics, groupName, kindOfTopic, rawTopic, topicNames } from './topics.js';

describe('topics', () => {
  it('has a raw topic for every kind of input and one for any', () => {
    expect(topicNames('faultline').raw).toEqual([
      'faultline.raw.siem',
      'faultline.raw.auth',
      'faultline.raw.cicd',
      'faultline.raw.wal',
      'faultline.raw.crash',
      'faultline.raw.sbom',
      'faultline.raw.telemetry',
      'faultline.raw.chaos',
      'faultline.raw.event',
      'faultline.raw.graph',
      'faultline.raw.any',
    ]);
  });

  it('puts every topic and group under the prefix', () => {
    expect(allTopics('acme').every((topic) => topic.startsWith('acme.'))).toBe(true);
    expect(allTopics('acme').slice(-3)).toEqual(['acme.events', 'acme.findings', 'acme.dead']);
    expect(groupName('acme', 'ingestor')).toBe('acme.ingestor');
  });

  it('knows the kind from the topic, and none for any or for a stranger', () => {
    expect(kindOfTopic('acme', rawTopic('acme', 'wal'))).toBe('wal');
    expect(kindOfTopic('acme', rawTopic('acme', null))).toBeNull();
    expect(kindOfTopic('acme', 'faultline.raw.wal')).toBeNull();
  });
});
