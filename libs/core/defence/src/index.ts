export { planControls } from './plan-controls.js';
export { costParameters, removalCosts } from './removal-cost.js';
export { removals, type Removal } from './removal.js';
