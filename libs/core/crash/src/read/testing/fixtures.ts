import crashOutput1_24_4 from '../fixtures/crash-output@1.24.4.txt?raw';
import deep1_24_4 from '../fixtures/deep@1.24.4.txt?raw';
import deferred1_26_8 from '../fixtures/deferred@1.26.8.txt?raw';
import double1_19_13 from '../fixtures/double@1.19.13.txt?raw';
import forged1_18_10 from '../fixtures/forged@1.18.10.txt?raw';
import genericIterate1_21_13 from '../fixtures/generic-iterate@1.21.13.txt?raw';
import iterate1_26_8 from '../fixtures/iterate@1.26.8.txt?raw';
import labels1_26_8 from '../fixtures/labels@1.26.8.txt?raw';
import labels1_27_0 from '../fixtures/labels@1.27.0.txt?raw';
import nilPointer1_26_8 from '../fixtures/nil-pointer@1.26.8.txt?raw';
import overflow1_26_8 from '../fixtures/overflow@1.26.8.txt?raw';
import quit1_21_13 from '../fixtures/quit@1.21.13.txt?raw';
import raceAndFatal1_26_8 from '../fixtures/race-and-fatal@1.26.8.txt?raw';
import read1_23_5 from '../fixtures/read@1.23.5.txt?raw';
import read1_24_4System from '../fixtures/read@1.24.4-system.txt?raw';
import write1_18_10 from '../fixtures/write@1.18.10.txt?raw';

/** Dumps of real programs, named for what they died of and the version of Go. Only their paths were shortened. */
export const fixtures = {
  'crash-output@1.24.4': crashOutput1_24_4,
  'deep@1.24.4': deep1_24_4,
  'deferred@1.26.8': deferred1_26_8,
  'double@1.19.13': double1_19_13,
  'forged@1.18.10': forged1_18_10,
  'generic-iterate@1.21.13': genericIterate1_21_13,
  'iterate@1.26.8': iterate1_26_8,
  'labels@1.26.8': labels1_26_8,
  'labels@1.27.0': labels1_27_0,
  'nil-pointer@1.26.8': nilPointer1_26_8,
  'overflow@1.26.8': overflow1_26_8,
  'quit@1.21.13': quit1_21_13,
  'race-and-fatal@1.26.8': raceAndFatal1_26_8,
  'read@1.23.5': read1_23_5,
  'read@1.24.4-system': read1_24_4System,
  'write@1.18.10': write1_18_10,
} as const;
