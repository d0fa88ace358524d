#!/usr/bin/env node
// Starts the sensor. `npx tsc -b sensors/go-fatal` in the repository builds it.
import '../dist/main.js';
