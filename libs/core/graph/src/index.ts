export * from './causal-graph.js';
