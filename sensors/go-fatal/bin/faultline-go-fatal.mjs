#!/usr/bin/env node
// Starts the sensor. `npm run build` in the repository builds it.
import '../dist/main.js';
