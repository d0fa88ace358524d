/** What one reader may hold. An attacker writes our input: without these a log of headers alone would fill the memory. */
export interface DumpLimits {
  /** Goroutines of one dump that are kept whole; the rest is counted. The runtime prints the one that crashed first. */
  readonly goroutinesMax: number;
  /** The runtime itself prints at most 100 frames of a goroutine. */
  readonly framesMax: number;
  /** Frames of all dumps that are open at once; goroutines beyond it are counted only. About 200 bytes each. */
  readonly openFramesMax: number;
  /** Longer lines are cut here. A record of a shipper may hold a whole dump, escaped, in one line. */
  readonly lineCharsMax: number;
  /** Sources (containers, units, processes) that are followed at once; the one silent for longest is ended first. */
  readonly streamsMax: number;
  /** Lines of others in a row, within one source, before a dump counts as over. */
  readonly foreignLinesMax: number;
  /** Lines of all sources since the last row of a dump before it counts as over. */
  readonly gapLinesMax: number;
}

export const dumpLimits: DumpLimits = {
  goroutinesMax: 10_000,
  framesMax: 200,
  openFramesMax: 2_000_000,
  lineCharsMax: 4_194_304,
  streamsMax: 256,
  foreignLinesMax: 64,
  gapLinesMax: 10_000,
};
