import { artifactEntity, deploymentEntity, environmentView, serviceEntity } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';
import { artifactNames } from './artifact-built.rule.js';

// (:Artifact)-[:DEPLOYED_BY]->(:Deployment)-[:REPLACED_CODE_OF]->(:Service)
export const artifactDeployed: LinkingRule = {
  id: 'delivery.artifact-deployed',
  draws: '(:Artifact)-[:DEPLOYED_BY]->(:Deployment)-[:REPLACED_CODE_OF]->(:Service)',
  link(index, emit) {
    const names = index.memo(artifactNames);
    const changesService = index.memo(environmentView);
    for (const event of index.of('cicd.deployment')) {
      if (event.phase === 'removed') continue;
      const deployment = deploymentEntity(event.service, event.environment, event.id);
      const common = {
        atUs: event.atUs,
        rule: this.id,
        basis: 'observed',
        events: [event.id],
        bytes: null,
      } as const;
      if (event.digest !== null || event.purl !== null) {
        const name = event.digest === null ? null : (names.get(event.digest) ?? null);
        emit({
          ...common,
          from: artifactEntity(event.digest, event.purl, name),
          to: deployment,
          seq: 0,
          kind: 'deployed-by',
        });
      }
      // A service that the records show at work elsewhere only is another service as far as they go.
      const service = changesService(event.service, event.environment)
        ? event.service
        : `${event.service}@${event.environment ?? ''}`;
      emit({ ...common, from: deployment, to: serviceEntity(service), seq: 1, kind: 'replaced-code-of' });
    }
  },
};
