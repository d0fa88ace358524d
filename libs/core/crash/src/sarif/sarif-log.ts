/* The part of SARIF 2.1.0 that is written here: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */

interface SarifMessage {
  readonly text: string;
}

/** §3.28 */
export interface SarifLocation {
  readonly id?: number;
  readonly physicalLocation?: {
    readonly artifactLocation: { readonly uri: string };
    readonly region?: { readonly startLine: number };
  };
  readonly logicalLocations: readonly { readonly fullyQualifiedName: string; readonly kind: string }[];
  readonly message?: SarifMessage;
}

/** §3.27 */
export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: 'error' | 'warning';
  readonly message: SarifMessage;
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations: readonly SarifLocation[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

/** §3.49: reportingDescriptor */
export interface SarifRule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: SarifMessage;
  readonly relationships: readonly {
    readonly target: {
      readonly id: string;
      readonly toolComponent: { readonly name: string; readonly index: number };
    };
    readonly kinds: readonly string[];
  }[];
}

/** A weakness as the taxonomy lists it. */
export interface SarifTaxon {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: SarifMessage;
}

/** §3.13 */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly version: string;
        readonly rules: readonly SarifRule[];
        readonly supportedTaxonomies: readonly { readonly name: string; readonly index: number }[];
      };
    };
    readonly taxonomies: readonly {
      readonly name: string;
      readonly organization: string;
      readonly shortDescription: SarifMessage;
      readonly isComprehensive: boolean;
      readonly taxa: readonly SarifTaxon[];
    }[];
    readonly results: readonly SarifResult[];
  }[];
}
