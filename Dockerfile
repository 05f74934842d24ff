# The headless host. It listens on the loopback alone, so it runs on the host’s network: docs/headless.md.
FROM node:24-bookworm-slim AS build
WORKDIR /source
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run --silent build

FROM node:24-bookworm-slim
COPY --from=build /source/dist /opt/redbooth-notifier
RUN rm -f /opt/redbooth-notifier/main* /opt/redbooth-notifier/preload* \
  && install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=5s --start-period=15s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8766/').then(({ status }) => process.exit(status < 500 ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/opt/redbooth-notifier/headless.js", "--json", "--data-dir", "/data"]
