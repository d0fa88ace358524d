import type { Entity, Incident } from '@faultline/model';
import { costWords, visibleText } from '@faultline/report';
import { EntityName } from './entity-name.js';

/** Deployable actions, with the state of their verification. */
export function ControlTable({
  incident,
  onSelect,
}: {
  readonly incident: Incident;
  readonly onSelect: (entity: Entity) => void;
}) {
  if (incident.controls.length === 0)
    return <p className="soft">No control was generated for this incident.</p>;
  return (
    <div className="scroll">
      <table className="wide">
        <thead>
          <tr>
            <th scope="col">Control</th>
            <th scope="col">Layer, engine</th>
            <th scope="col">Acts on</th>
            <th scope="col" className="number">
              Cost
            </th>
            <th scope="col">State</th>
            <th scope="col">D3FEND, ATT&amp;CK</th>
            <th scope="col">Artefacts</th>
          </tr>
        </thead>
        <tbody>
          {incident.controls.map((control, index) => (
            <tr key={index}>
              <td>{visibleText(control.id, 100)}</td>
              <td>
                {visibleText(control.layer, 40)}
                <span className="line soft">{visibleText(control.engine, 60)}</span>
              </td>
              <td>
                <EntityName entity={control.entity} onSelect={onSelect} />
              </td>
              <td className="number">{costWords(control.cost)}</td>
              <td>
                <span className="chip">{visibleText(control.status, 30)}</span>
              </td>
              <td>{visibleText([...control.d3fend, ...control.attack].join(', '), 160)}</td>
              <td>
                {control.artefacts.map((artefact) => (
                  <span className="line" key={artefact.path}>
                    <code title={`sha256 ${visibleText(artefact.sha256, 80)}`}>
                      {visibleText(artefact.path, 120)}
                    </code>
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
