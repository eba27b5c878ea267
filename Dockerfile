FROM node:24-bookworm-slim AS build
WORKDIR /boucle
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
# A server that people reach from elsewhere opens on its own first-run page, not on the demonstration.
ENV NODE_ENV=production \
    DEMO=0 \
    PORT=3000 \
    PUBLIC_URL=http://localhost:3000 \
    DATA_DIR=/data
WORKDIR /boucle
COPY --from=build /boucle/package.json ./
COPY --from=build /boucle/node_modules ./node_modules
COPY --from=build /boucle/dist ./dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# The start period covers the migrations of a large database.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process, so that `docker stop` reaches it and it stops in order.
ENTRYPOINT ["node", "--enable-source-maps", "dist/backend/boucle.js"]
CMD ["serve"]
