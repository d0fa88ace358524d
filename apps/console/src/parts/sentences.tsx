import type { Entity } from '@faultline/model';
import { fullTime, labelOf, offsetName, visibleText, type Part, type Sentence } from '@faultline/report';
import { useOffsetMinutes } from '../zone.js';
import { EventLink } from './event-link.js';

function PartView({ part, onSelect }: { readonly part: Part; readonly onSelect: (entity: Entity) => void }) {
  const offsetMinutes = useOffsetMinutes();
  switch (part.kind) {
    case 'text':
      return <>{visibleText(part.text, 600)}</>;
    case 'entity':
      return (
        <button
          type="button"
          className="link strong"
          title={visibleText(part.entity.key, 400)}
          onClick={() => onSelect(part.entity)}
        >
          <code>{labelOf(part.entity)}</code>
        </button>
      );
    case 'time':
      return <time>{`${fullTime(part.atUs, offsetMinutes)} ${offsetName(offsetMinutes)}`}</time>;
    case 'events':
      return part.ids.length === 0 ? null : (
        <span className="cites">
          {' '}
          [
          {part.ids.map((id, index) => (
            <span key={id}>
              {index === 0 ? '' : ', '}
              <EventLink id={id} />
            </span>
          ))}
          ]
        </span>
      );
  }
}

/** Sentences of the story; names and citations are clickable. */
export function Sentences({
  sentences,
  onSelect,
}: {
  readonly sentences: readonly Sentence[];
  readonly onSelect: (entity: Entity) => void;
}) {
  return (
    <>
      {sentences.map((sentence, index) => (
        <span key={index}>
          {index === 0 ? '' : ' '}
          {sentence.map((part, place) => (
            <PartView key={place} part={part} onSelect={onSelect} />
          ))}
        </span>
      ))}
    </>
  );
}
