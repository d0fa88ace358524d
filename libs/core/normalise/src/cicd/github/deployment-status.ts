import { eventBase } from '../../fields/event-base.js';
import { noTime } from '../../fields/failures.js';
import { firstTimeUs } from '../../fields/first-time.js';
import { at, textAt } from '../../json/fields.js';
import { noRepository, repositoryOf, type PayloadReader } from './payload.js';

/**
 * A finished deployment. GitHub knows repositories, not services, so the repository's own name stands for the service, and no digest says
 * what was deployed: it joins by the run.
 */
export const deploymentStatusReader: PayloadReader = {
  fields: [
    'deployment.environment',
    'deployment_status.created_at',
    'deployment_status.environment',
    'deployment_status.state',
    'deployment_status.updated_at',
    'repository.full_name',
    'repository.name',
    'workflow_run.html_url',
  ],
  read({ body, deliveredAtUs }, record) {
    const atUs =
      firstTimeUs(at(body, 'deployment_status.updated_at'), at(body, 'deployment_status.created_at')) ??
      deliveredAtUs;
    if (atUs === null) return noTime('A deployment_status', '`deployment_status.created_at` must be a time');
    const service = textAt(body, 'repository.name') ?? repositoryOf(body);
    if (service === null) return noRepository;
    return {
      ...eventBase(record, 'github.deployment_status', atUs, deliveredAtUs),
      kind: 'cicd.deployment',
      phase: textAt(body, 'deployment_status.state') === 'success' ? 'deployed' : 'other',
      service,
      environment: textAt(body, 'deployment_status.environment') ?? textAt(body, 'deployment.environment'),
      purl: null,
      digest: null,
      runUrl: textAt(body, 'workflow_run.html_url'),
      chainId: null,
    };
  },
};
