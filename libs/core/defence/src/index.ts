export { crashControls, type CrashControlInput } from './crash/crash-controls.js';
export { planControls } from './plan-controls.js';
export { costParameters, removalCosts } from './removal-cost.js';
export { removals, type Removal } from './removal.js';
