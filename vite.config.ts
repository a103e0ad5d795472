// Builds the two pages into web/dist: index.html (player, served at `/`) and clinician.html (served at `/clinician`).
// Nothing is inlined, so that the gateway can send a content security policy without `unsafe-inline`.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const gateway = process.env.TTA_GATEWAY_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { index: 'web/index.html', clinician: 'web/clinician.html' } },
  },
  server: { proxy: { '/v1': { target: gateway, ws: true } } },
});
