import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { FaultlineError } from '@faultline/model';
import { unsupportedBinary } from './unsupported-binary.js';

/** Bytes of a file by position. */
export interface ByteSource {
  readonly size: number;
  /** Exactly `length` bytes; FL_BINARY_UNSUPPORTED where the file ends before, or where more than `readMax` is asked for. */
  read(offset: number, length: number): Buffer;
}

/** The line tables of the largest Go programs that we know are about 60 MB; a hostile header may ask for anything. */
const readMax = 256 * 1024 * 1024;

export function bytesOf(buffer: Buffer): ByteSource {
  return {
    size: buffer.length,
    read(offset, length) {
      checkRange(offset, length, buffer.length);
      return buffer.subarray(offset, offset + length);
    },
  };
}

/** A file that stays open: what is read, and what the kernel is told to watch, is the same inode whatever happens to its name. */
export interface OpenFile extends ByteSource {
  readonly descriptor: number;
  close(): void;
}

/** FL_BINARY_UNSUPPORTED where there is no such file, or none that may be read. */
export function openBinary(path: string): OpenFile {
  const descriptor = open(path);
  const status = fstatSync(descriptor);
  if (!status.isFile()) {
    closeSync(descriptor);
    throw unsupportedBinary(`${path} is no file: name the program itself, or a running process with --pid`);
  }
  const { size } = status;
  return {
    descriptor,
    size,
    read(offset, length) {
      checkRange(offset, length, size);
      const buffer = Buffer.alloc(length);
      if (readSync(descriptor, buffer, 0, length, offset) !== length) throw cutShort();
      return buffer;
    },
    close: () => closeSync(descriptor),
  };
}

/** Without O_NONBLOCK the opening of a named pipe would wait for a writer for ever. */
function open(path: string): number {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (cause) {
    throw new FaultlineError(
      'FL_BINARY_UNSUPPORTED',
      `${path} cannot be opened: check the path, the process id and the permissions`,
      { cause },
    );
  }
}

function checkRange(offset: number, length: number, size: number): void {
  if (length > readMax)
    throw unsupportedBinary(`a table of ${length} bytes is larger than any Go program has`);
  if (offset < 0 || length < 0 || offset + length > size) throw cutShort();
}

function cutShort(): FaultlineError {
  return unsupportedBinary('the file ends before what its headers promise: it is cut or no program');
}
