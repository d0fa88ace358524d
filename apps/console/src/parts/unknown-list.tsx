import type { Unknown } from '@faultline/model';
import { visibleText } from '@faultline/report';

/** What is not known, why, and what that does to the answer. */
export function UnknownList({
  unknowns,
  none,
}: {
  readonly unknowns: readonly Unknown[];
  readonly none: string;
}) {
  if (unknowns.length === 0) return <p className="soft">{none}</p>;
  return (
    <ul className="unknowns">
      {unknowns.map((unknown, index) => (
        <li key={index}>
          <strong>{visibleText(unknown.what, 400)}</strong>
          <span>{visibleText(unknown.why, 600)}</span>
          <span className="effect">{visibleText(unknown.effect, 600)}</span>
        </li>
      ))}
    </ul>
  );
}
