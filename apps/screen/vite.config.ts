import react from '@vitejs/plugin-react';
import process from 'node:process';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const SERVER = process.env.LINLI_SERVER ?? 'http://127.0.0.1:4000';
const VERSION = process.env.LINLI_VERSION ?? '0.1.0';

export default defineConfig({
  base: '/screen/',
  define: { 'import.meta.env.VITE_VERSION': JSON.stringify(VERSION) },
  resolve: { conditions: ['source', 'browser', 'module', 'development|production'] },
  server: { port: 5175, proxy: { '/graphql': { target: SERVER, ws: true }, '/livez': SERVER } },
  // What hangs on a wall is seldom new: a set-top box of 2020 has Chrome 80.
  build: { target: 'chrome80', sourcemap: true, chunkSizeWarningLimit: 700 },
  plugins: [
    react(),
    // A wall has nobody to ask: a newer version takes over by itself.
    VitePWA({
      registerType: 'autoUpdate',
      injectRegister: false,
      includeAssets: ['icon.svg'],
      manifest: {
        id: '/screen/',
        name: '鄰里大屏',
        short_name: '鄰里大屏',
        lang: 'zh-Hant',
        start_url: '/screen/',
        scope: '/screen/',
        display: 'fullscreen',
        theme_color: '#0b1b2e',
        background_color: '#0b1b2e',
        icons: [{ src: '/screen/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,svg,woff2}'],
        navigateFallback: '/screen/index.html',
        cleanupOutdatedCaches: true,
      },
    }),
  ],
});
