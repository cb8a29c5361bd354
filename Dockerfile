# A server of one process. Build: docker build -t slotline . (docs/operations.md says how to run it).
#
# Pin the base by its digest before you rely on it, so that a rebuild is the same image:
#   node:26.10.0-bookworm-slim@sha256:<digest that `docker buildx imagetools inspect node:26.10.0-bookworm-slim` shows>
ARG NODE_IMAGE=node:26.10.0-bookworm-slim

FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY web/package.json ./web/
# The devDependency `node` stays out: the base image is the Node that the server runs on.
RUN npm ci --omit=dev --ignore-scripts

# The desk's screen: built here, served as files.
FROM ${NODE_IMAGE} AS screen
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json ./
COPY web ./web
RUN npm ci --ignore-scripts
COPY scripts/build-web.ts ./scripts/
COPY src ./src
RUN node scripts/build-web.ts

FROM ${NODE_IMAGE}
# Nothing is installed at run time.
RUN rm -rf /usr/local/lib/node_modules/npm /usr/local/bin/npm /usr/local/bin/npx /opt/yarn* /usr/local/bin/yarn*
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY bin ./bin
COPY src ./src
COPY --from=screen /app/web/dist ./web/dist
COPY examples ./examples
RUN install -d -o node -g node -m 0700 /data
ENV SLOTLINE_HOST=0.0.0.0 \
    SLOTLINE_PORT=8080 \
    SLOTLINE_DATA=/data
USER node
# The SQLite files; with DATABASE_URL nothing but the demo's key and what you write there yourself.
VOLUME /data
EXPOSE 8080
# Asks over plain HTTP: with SLOTLINE_TLS_CERT, give a check of your own.
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.SLOTLINE_PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# No shell in between: SIGTERM reaches the server.
ENTRYPOINT ["node", "--max-semi-space-size=8", "/app/bin/slotline.js"]
CMD ["serve"]
