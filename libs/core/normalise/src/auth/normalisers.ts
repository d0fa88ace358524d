import type { SourceNormaliser } from '../source-normaliser.js';
import { jwksHistory } from './jwks-history.js';
import { keycloakAdminEvent } from './keycloak-admin-event.js';
import { keycloakEvent } from './keycloak-event.js';
import { serviceAccess } from './service-access.js';

/** Who got which token, who used it where, and which keys were published. The most frequent source first. */
export const authNormalisers: readonly SourceNormaliser[] = [
  serviceAccess,
  keycloakEvent,
  keycloakAdminEvent,
  jwksHistory,
];
