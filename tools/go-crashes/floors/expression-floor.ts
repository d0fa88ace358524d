import type { Floor } from './floor.js';

const kinds = new Map([
  ['concurrent map writes', 'map_write_write'],
  ['concurrent map read and map write', 'map_read_write'],
  ['concurrent map iteration and map write', 'map_iterate_write'],
  ['concurrent map clone and map write', 'map_clone_write'],
]);

/** What most people have: a regular expression for the message, and the first frame of package main behind it. It believes every text. */
export const expressionFloor: Floor = (text) => {
  const message = /fatal error: (concurrent map [a-z ]+)/.exec(text);
  if (message === null)
    return { kind: undefined, function: undefined, file: undefined, line: undefined, believed: false };
  const frame = /^.*?(main\.[^\s(]+(?:\([^)]*\)[^\s(]*)?)\(.*\n.*?([^\s/]+\.go):(\d+)/m.exec(
    text.slice(message.index),
  );
  return {
    believed: true,
    kind: kinds.get(message[1]?.trim() ?? ''),
    function: frame?.[1],
    file: frame?.[2],
    line: frame?.[3] === undefined ? undefined : Number(frame[3]),
  };
};
