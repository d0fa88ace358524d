import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

// Relative paths, so that the files work under any prefix. Nothing is inlined: the server's policy allows no inline script or style, and no
// data: address.
export default defineConfig({
  base: './',
  plugins: [react()],
  resolve: { conditions: ['faultline-source', ...defaultClientConditions] },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
});
