export * from './attack-subgraph.js';
export * from './build-causal-graph.js';
export * from './causal-graph.js';
export * from './find-path.js';
export * from './identifiers.js';
export * from './link-arrays.js';
export * from './natural-origins.js';
export * from './slices.js';
