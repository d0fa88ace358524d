const RECORD_ID_LENGTH = 32;

/** An event's id is its record's id, with `-1`, `-2`, … behind it where a record gave several. */
export function recordIdOf(eventId: string): string {
  return eventId.slice(0, RECORD_ID_LENGTH);
}
