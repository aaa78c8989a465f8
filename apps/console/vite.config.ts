import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { onlyForTheRider, pageOrKept } from './precached';

const server = process.env.LINLI_SERVER ?? 'http://127.0.0.1:4000';

export default defineConfig({
  base: '/console/',
  plugins: [
    react(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        id: '/console/',
        name: '鄰里管理台',
        short_name: '鄰里管理台',
        description: '中心的一天：前台、廚房、送餐',
        lang: 'zh-Hant',
        start_url: '/console/',
        scope: '/console/',
        display: 'standalone',
        theme_color: '#a6192e',
        background_color: '#f6f3ee',
        icons: [
          { src: '/console/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/console/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/console/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      // The icons are for installing; nobody needs them without network.
      includeManifestIcons: false,
      workbox: {
        globPatterns: ['**/*.{html,js,css,svg}'],
        manifestTransforms: [onlyForTheRider],
        cleanupOutdatedCaches: true,
        // Only some files are kept: with network a page comes from the house, so that it never names files that are gone.
        navigateFallback: null,
        runtimeCaching: [
          {
            urlPattern: ({ request, sameOrigin }) => sameOrigin && request.mode === 'navigate',
            handler: pageOrKept,
          },
        ],
      },
    }),
  ],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  server: {
    port: 5174,
    proxy: {
      ...{ '/graphql': { target: server, ws: true }, '/claims': server, '/menus': server },
      ...{ '/members': server, '/attendance': server },
    },
  },
  build: { target: 'es2022', manifest: true, chunkSizeWarningLimit: 900 },
});
