import type { InputSummary } from '@faultline/model';
import { grouped, visibleText } from '@faultline/report';

/** Every source met, the unreadable ones too. */
export function InputTable({ inputs }: { readonly inputs: readonly InputSummary[] }) {
  return (
    <div className="scroll">
      <table className="wide">
        <thead>
          <tr>
            <th scope="col">Path</th>
            <th scope="col">Kind</th>
            <th scope="col" className="number">
              Records
            </th>
            <th scope="col" className="number">
              Events
            </th>
            <th scope="col" className="number">
              Rejected
            </th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {inputs.map((input, index) => (
            <tr key={index}>
              <td>
                <code>{visibleText(input.path, 200)}</code>
              </td>
              <td>{input.kind ?? <span className="soft">not recognised</span>}</td>
              <td className="number">{grouped(input.records)}</td>
              <td className="number">{grouped(input.events)}</td>
              <td className={input.rejected === 0 ? 'number' : 'number warn'}>{grouped(input.rejected)}</td>
              <td>
                {input.sha256 === null ? (
                  <span className="warn">unreadable</span>
                ) : (
                  <code className="hash" title={visibleText(input.sha256, 80)}>
                    {visibleText(input.sha256.slice(0, 16))}…
                  </code>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
