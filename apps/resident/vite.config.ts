import react from '@vitejs/plugin-react';
import process from 'node:process';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { documentsApart } from './documents-apart';

const SERVER = process.env.LINLI_SERVER ?? 'http://127.0.0.1:4000';

/** What the server answers itself: the service worker must not stand before it. */
const NOT_OURS = [/^\/(graphql|calendar|claims|menus|console|screen|outbox|explorer|livez|readyz)(\/|$|\?)/];

/** Of the packages that home reads its data with, what home itself uses. */
const READS = /[\\/]node_modules[\\/](@apollo|@wry|graphql|optimism|rxjs)[\\/](?!.*useMutation)/;
const OURS =
  /(graphql-document:HomeDocument|[\\/](resident[\\/]src[\\/](data[\\/](house|use-read)|shell[\\/]not-found|services[\\/](bookings[\\/](booking-look|use-what)|meals[\\/]lunch-rules))|ui[\\/]src[\\/](marks[\\/]status|qr-code[\\/]qr-code)))\b/;

/** What comes together stays together: ten small files are larger than two, and slower on a phone. */
const GROUPS = [
  { name: 'first', tags: ['$initial' as const], priority: 2 },
  { name: 'home', test: (id: string) => READS.test(id) || OURS.test(id), priority: 1 },
];

export default defineConfig({
  base: '/',
  resolve: {
    // es2015: rxjs as it was written, not as ES5.
    conditions: ['source', 'browser', 'es2015', 'module', 'development|production'],
    // What wouter takes from a shim for older versions, React has itself.
    alias: { 'use-sync-external-store/shim/index.js': 'react' },
  },
  server: {
    port: 5173,
    proxy: { '/graphql': { target: SERVER, ws: true }, '/outbox': SERVER },
  },
  build: {
    target: 'chrome74',
    // All that this target stands for can do it.
    modulePreload: { polyfill: false },
    manifest: true,
    sourcemap: true,
    chunkSizeWarningLimit: 400,
    rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } },
  },
  plugins: [
    react(),
    documentsApart(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      includeAssets: ['icon.svg', 'early.js'],
      manifest: {
        id: '/',
        name: '鄰里中心',
        short_name: '鄰里',
        description: '訂午餐、約服務、看這週有什麼',
        lang: 'zh-Hant',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        orientation: 'portrait',
        theme_color: '#a6192e',
        background_color: '#faf7f2',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,svg,woff2}'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: NOT_OURS,
        cleanupOutdatedCaches: true,
      },
    }),
  ],
});
