import type { Crash } from '@faultline/model';
import { visibleText } from '@faultline/report';

const charsMax = 600;

function Texts({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>{visibleText(text, charsMax)}</li>
        ))}
      </ul>
    </>
  );
}

/** What the dump cannot tell, and the setting that would have; what is missing from its text. */
export function CrashLimits({ crash }: { readonly crash: Crash }) {
  return (
    <>
      {crash.cannotTell.length === 0 ? (
        <p className="soft">Nothing is recorded as open.</p>
      ) : (
        <dl className="cannot-tell">
          {crash.cannotTell.map(({ what, wouldTell }) => (
            <div key={what}>
              <dt>{visibleText(what, charsMax)}</dt>
              <dd className="soft">would tell: {visibleText(wouldTell, charsMax)}</dd>
            </div>
          ))}
        </dl>
      )}
      <Texts title="Missing from the text" texts={crash.losses} />
      <Texts title="Notes" texts={crash.notes} />
    </>
  );
}
