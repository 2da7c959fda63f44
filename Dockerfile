# On Record in a container. Nothing but /data and /tmp is written to, so it runs with a read-only root (compose.yaml).

FROM node:22-bookworm-slim AS build
WORKDIR /app
# For the one package that is compiled where no binary of it fits.
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run setup \
  && node scripts/prepare-image.mjs \
  && rm -rf .next/cache \
  && npm prune --omit=dev

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATABASE_URL=file:/data/ledger.db \
    BACKUP_DIR=/data/backups
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
COPY --from=build /app/.cache ./.cache
COPY --from=build /app/app ./app
COPY --from=build /app/lib ./lib
COPY --from=build /app/messages ./messages
COPY --from=build /app/prisma ./prisma
COPY --from=build /app/scripts ./scripts
COPY --from=build /app/seeds ./seeds
COPY --from=build /app/instrumentation.ts /app/next.config.ts /app/postcss.config.mjs /app/proxy.ts /app/tsconfig.json /app/package.json /app/package-lock.json ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/launch.mjs", "start"]
