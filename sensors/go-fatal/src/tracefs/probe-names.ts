/** Everything that the sensor makes in tracefs has this name or begins with it; nothing else is ever touched. */
export const probeGroup = 'faultline_go_fatal';

export interface ProbeNames {
  /** In the group; unique among sensors that run at the same time. */
  readonly event: string;
  /** A ring buffer of our own: other tracers neither see our events nor lose theirs. */
  readonly instance: string;
}

/** `id`: eight hexadecimal digits that no other sensor has. */
export function probeNames(id: string): ProbeNames {
  return { event: `hit_${id}`, instance: `${probeGroup}_${id}` };
}

/** The id in the name of one of our instances; null where it is somebody else's. */
export function idOfInstance(name: string): string | null {
  return /^faultline_go_fatal_([0-9a-f]{8})$/.exec(name)?.[1] ?? null;
}

/** The id in a line of `uprobe_events` about one of our probes; null where it is somebody else's. */
export function idOfProbe(line: string): string | null {
  return /^p:faultline_go_fatal\/hit_([0-9a-f]{8}) /.exec(line)?.[1] ?? null;
}
