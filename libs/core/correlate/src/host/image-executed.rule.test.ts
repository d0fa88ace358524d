import { describe, expect, it } from 'vitest';
import { drawn } from '../testing/drawn.js';
import { event, process } from '../testing/events.js';
import { imageExecuted } from './image-executed.rule.js';

const dropper = process('dropper', { image: null });
const tool = process('tool', { image: 'C:\\Temp\\Tool.exe' });
const wrote = (atUs: number, path = 'c:\\temp\\tool.exe') =>
  event('file.write', { process: dropper, path, atUs });

describe('a recorded start', () => {
  it('draws the image executed as the process, spelled as all paths are', () => {
    expect(drawn(imageExecuted, event('process.start', { process: tool, atUs: 9 }))).toEqual([
      'file alpha:c:\\temp\\tool.exe -[executed-as]-> process alpha/tool @9 observed',
    ]);
  });

  it('draws nothing without an image', () => {
    expect(drawn(imageExecuted, event('process.start', { process: dropper }))).toEqual([]);
  });

  it('joins the short name of an image to the long one that was written', () => {
    const start = event('process.start', {
      process: process('tool', { image: 'C:\\Temp\\LONGTO~1.EXE' }),
      atUs: 9,
    });
    expect(drawn(imageExecuted, wrote(1, 'c:\\temp\\longtoolname.exe'), start)).toEqual([
      'file alpha:c:\\temp\\longtoolname.exe -[executed-as]-> process alpha/tool @9 observed',
    ]);
  });
});

describe('a start that was not recorded', () => {
  it('is inferred just before the first act, whatever the act is', () => {
    const acts = [
      event('network.flow', { process: tool, atUs: 30 }),
      event('process.access', { source: tool, atUs: 20 }),
      event('registry.write', { process: tool, atUs: 25 }),
    ];
    expect(drawn(imageExecuted, wrote(10), ...acts)).toEqual([
      'file alpha:c:\\temp\\tool.exe -[executed-as]-> process alpha/tool @19 inferred',
    ]);
  });

  it('draws nothing when the image was never seen written', () => {
    expect(drawn(imageExecuted, event('network.flow', { process: tool, atUs: 30 }))).toEqual([]);
  });

  it('draws nothing when the image was written only later', () => {
    expect(drawn(imageExecuted, wrote(31), event('network.flow', { process: tool, atUs: 30 }))).toEqual([]);
  });

  it('draws nothing when the file of that name is on another host', () => {
    const elsewhere = event('file.write', {
      host: 'beta',
      process: dropper,
      path: 'c:\\temp\\tool.exe',
      atUs: 1,
    });
    expect(drawn(imageExecuted, elsewhere, event('network.flow', { process: tool, atUs: 30 }))).toEqual([]);
  });

  it('is not inferred beside the recorded one', () => {
    const start = event('process.start', { process: tool, atUs: 40 });
    const act = event('network.flow', { process: tool, atUs: 30 });
    expect(drawn(imageExecuted, wrote(10), act, start)).toEqual([
      'file alpha:c:\\temp\\tool.exe -[executed-as]-> process alpha/tool @40 observed',
    ]);
  });
});
