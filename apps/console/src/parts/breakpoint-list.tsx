import type { Entity, Incident } from '@faultline/model';
import { costWords, counted, percent, visibleText } from '@faultline/report';
import { EntityName } from './entity-name.js';

interface Props {
  readonly incident: Incident;
  readonly onSelect: (entity: Entity) => void;
}

function SingleCuts({ incident, onSelect }: Props) {
  const single = incident.breakpoints.single.toSorted((a, b) => a.cost - b.cost);
  if (single.length === 0) return <p>No single entity cuts every path.</p>;
  return (
    <div className="scroll">
      <table>
        <caption>Removing any one of these alone cuts every path from origin to impact.</caption>
        <thead>
          <tr>
            <th scope="col">Single breakpoint</th>
            <th scope="col" className="number">
              Cost
            </th>
            <th scope="col">Control</th>
          </tr>
        </thead>
        <tbody>
          {single.map((entry) => (
            <tr key={entry.entity.id}>
              <td>
                <EntityName entity={entry.entity} onSelect={onSelect} />
              </td>
              <td className="number">{costWords(entry.cost)}</td>
              <td>
                {entry.control === null ? (
                  <span className="soft">none known</span>
                ) : (
                  visibleText(entry.control, 100)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the certificate holds; the page does not check it, `faultline verify` does. */
function CertificateState({ incident }: { readonly incident: Incident }) {
  const { certificate } = incident;
  const bound = certificate.lowerBound === null ? 'unknown' : costWords(certificate.lowerBound);
  if (certificate.removed.length === 0)
    return (
      <p>
        The certificate removes nothing
        {certificate.uncuttablePath === undefined
          ? '.'
          : `: a path of ${counted(certificate.uncuttablePath.length, 'link')} runs only through entities that cannot be removed.`}
      </p>
    );
  return (
    <dl className="facts">
      <dt>Cheapest set</dt>
      <dd>
        {counted(certificate.removed.length, 'entity', 'entities')}, cost {costWords(certificate.cost)}
      </dd>
      <dt>Lower bound</dt>
      <dd>
        {bound}{' '}
        {certificate.optimal ? (
          <span className="chip good">proved cheapest</span>
        ) : (
          <span className="chip open">not proved cheapest</span>
        )}
      </dd>
      <dt>Certificate covers</dt>
      <dd>
        {counted(certificate.entities.length, 'entity', 'entities')},{' '}
        {counted(certificate.links.length, 'link')}; {counted(certificate.lowerBoundPaths.length, 'path')} for
        the bound, {counted(certificate.putBack.length, 'path')} put back
      </dd>
      <dt>Check it offline</dt>
      <dd>
        <code>npx faultline verify certificate.json</code>
      </dd>
    </dl>
  );
}

function Mass({ incident, onSelect }: Props) {
  const { mass } = incident.breakpoints;
  if (mass.length === 0) return null;
  return (
    <div className="scroll">
      <table>
        <caption>Residual mass: the part of the causal explanation that still reaches the impact.</caption>
        <thead>
          <tr>
            <th scope="col">Removed</th>
            <th scope="col" className="number">
              Gets through
            </th>
          </tr>
        </thead>
        <tbody>
          {mass.map((entry, index) => (
            <tr key={index}>
              <td>
                {entry.entities.length === 0
                  ? 'nothing'
                  : entry.entities.map((entity) => (
                      <span className="line" key={entity.id}>
                        <EntityName entity={entity} onSelect={onSelect} />
                      </span>
                    ))}
              </td>
              <td className="number">{percent(entry.residualMass)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where to cut, at what cost, and what proves it. */
export function BreakpointList({ incident, onSelect }: Props) {
  const { set } = incident.breakpoints;
  return (
    <div className="two">
      <div>
        <SingleCuts incident={incident} onSelect={onSelect} />
        {set.entities.length === 0 ? null : (
          <>
            <h3>Cheapest set</h3>
            <ul className="plain">
              {set.entities.map((entity) => (
                <li key={entity.id}>
                  <EntityName entity={entity} onSelect={onSelect} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div>
        <CertificateState incident={incident} />
        <Mass incident={incident} onSelect={onSelect} />
      </div>
    </div>
  );
}
