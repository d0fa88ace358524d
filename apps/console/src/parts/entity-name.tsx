import type { Entity } from '@faultline/model';
import { kindWords, labelOf, visibleText } from '@faultline/report';

/** Kind and label; the whole key as a tool tip. With `onSelect` it is a button that shows the entity. */
export function EntityName({
  entity,
  onSelect,
}: {
  readonly entity: Entity;
  readonly onSelect?: ((entity: Entity) => void) | undefined;
}) {
  const name = <code>{labelOf(entity)}</code>;
  return (
    <span className="entity" title={visibleText(entity.key, 400)}>
      <span className="kind">{kindWords(entity.kind)}</span>{' '}
      {onSelect === undefined ? (
        name
      ) : (
        <button type="button" className="link" onClick={() => onSelect(entity)}>
          {name}
        </button>
      )}
    </span>
  );
}
