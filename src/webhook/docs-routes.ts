import type { FastifyInstance } from "fastify";

export function docsRoutes(app: FastifyInstance): void {
  app.get("/", async (_request, reply) => await reply.redirect("/docs"));
}
