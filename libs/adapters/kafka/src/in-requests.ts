/** A broker takes 1 MiB for one partition unless told otherwise, and topics that others made may not have been told. */
const requestBytesMax = 900 * 1024;

/** The items in stretches that fit into one request, in order. An item that is too large for one with others is alone. */
export function inRequests<T>(items: readonly T[], bytesOf: (item: T) => number): readonly (readonly T[])[] {
  const requests: T[][] = [];
  let bytes = Infinity;
  for (const item of items) {
    bytes += bytesOf(item);
    if (bytes <= requestBytesMax) requests.at(-1)?.push(item);
    else {
      requests.push([item]);
      bytes = bytesOf(item);
    }
  }
  return requests;
}
