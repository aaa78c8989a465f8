import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.LINLI_SERVER ?? 'http://127.0.0.1:4000';

export default defineConfig({
  base: '/console/',
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  server: { port: 5174, proxy: { '/graphql': { target: server, ws: true } } },
  build: { target: 'es2022', manifest: true, chunkSizeWarningLimit: 900 },
});
