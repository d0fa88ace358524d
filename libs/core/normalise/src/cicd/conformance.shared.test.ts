/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { objectOf } from '../fields/objects.js';
import { at, textsOf } from '../json/fields.js';
import { isFailure } from '../source-normaliser.js';
import { normaliseWith } from '../testing/normalise-document.js';
import { cdevents } from './cdevents/cdevents.js';

// vitest.config.ts sets the variable, and leaves this file out where the data is not there.
const data = process.env['FAULTLINE_SHARED_DATA'] ?? '';

function jsonFilesIn(folder: string): readonly string[] {
  return readdirSync(join(data, folder)).filter((name) => name.endsWith('.json'));
}

function normaliseFile(source: string, file: string, wrap = (document: unknown): unknown => document) {
  const result = normaliseWith(source, wrap(JSON.parse(readFileSync(join(data, file), 'utf8'))));
  if (isFailure(result)) throw new Error(`${result.code}: ${result.reason}`);
  return result;
}

describe('conformance files of CDEvents', () => {
  const folder = 'cdevents/conformance';
  const kindsOfSubject: Readonly<Record<string, string>> = {
    pipelinerun: 'cicd.run',
    taskrun: 'cicd.job',
    build: 'cicd.job',
    artifact: 'cicd.artifact',
    service: 'cicd.deployment',
  };

  it.each(jsonFilesIn(folder))('%s becomes the event that its type says', (name) => {
    const [first] = normaliseFile('cdevents', join(folder, name));
    const [subject = ''] = name.split('_', 1);
    expect(first?.kind).toBe(kindsOfSubject[subject] ?? 'other');
    const [, timestamp = ''] =
      /"timestamp": *"([^"]+)"/.exec(readFileSync(join(data, folder, name), 'utf8')) ?? [];
    expect(Math.floor((first?.atUs ?? 0) / 1000)).toBe(Date.parse(timestamp));
  });

  it.each(jsonFilesIn(folder).filter((name) => (name.split('_', 1)[0] ?? '') in kindsOfSubject))(
    '%s leaves no required content unmapped',
    (name) => {
      // The signature of an artefact proves it to whoever verifies it; no field of an event could hold that.
      const required = requiredContent(name).filter((field) => field !== 'signature');
      const isMapped = (field: string) =>
        cdevents.mappedFields.some((mapped) => `${mapped}.`.startsWith(`subject.content.${field}.`));
      expect(required.filter((field) => !isMapped(field))).toEqual([]);
    },
  );

  it('join build, artefact and service by digest', () => {
    const digests = ['build_finished', 'service_deployed', 'service_rolledback', 'service_upgraded'].map(
      (name) => {
        const events = normaliseFile('cdevents', join(folder, `${name}.json`));
        return events.flatMap((event) => ('digest' in event ? [event.digest] : []));
      },
    );
    expect(new Set(digests.flat()).size).toBe(1);
  });
});

/** The names that the schema of an event's type demands of `subject.content`. */
function requiredContent(name: string): readonly string[] {
  const schema = readFileSync(join(data, 'cdevents/schemas', name.replace('_', '')), 'utf8');
  const path = 'properties.subject.properties.content.required';
  return textsOf(at(objectOf(JSON.parse(schema)), path));
}

describe('payloads of GitHub webhooks', () => {
  const kindsOfEvent: Readonly<Record<string, readonly string[]>> = {
    push: ['vcs.push', 'other'],
    workflow_run: ['cicd.run'],
    workflow_job: ['cicd.job'],
  };
  const payloads = readdirSync(join(data, 'webhooks/payloads'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => jsonFilesIn(join('webhooks/payloads', name)).map((file) => [name, file] as const));

  it.each(payloads)('%s/%s becomes an event when delivered', (event, file) => {
    const deliver = (body: unknown) => ({
      headers: { 'X-GitHub-Event': event, 'X-GitHub-Delivery': 'd' },
      body,
    });
    const [first] = normaliseFile('github-delivery', join('webhooks/payloads', event, file), deliver);
    expect(kindsOfEvent[event] ?? ['other']).toContain(first?.kind);
  });

  it.each(payloads.filter(([event]) => event in kindsOfEvent))(
    '%s/%s is recognised without headers',
    (event, file) => {
      const [first] = normaliseFile('github-payload', join('webhooks/payloads', event, file));
      expect(kindsOfEvent[event]).toContain(first?.kind);
    },
  );
});
