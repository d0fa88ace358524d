export interface GraphProperty {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'float' | 'boolean' | 'strings';
  readonly unit: string | null;
  readonly about: string;
}

export interface GraphNodeLabel {
  readonly label: string;
  readonly about: string;
  readonly properties: readonly GraphProperty[];
}

export interface GraphRelationshipType {
  readonly type: string;
  /** The edge in Cypher's notation. */
  readonly draws: string;
  readonly properties: readonly GraphProperty[];
}

export interface GraphIndex {
  readonly name: string;
  readonly on: { readonly label: string } | { readonly type: string };
  readonly properties: readonly string[];
  readonly unique: boolean;
}
