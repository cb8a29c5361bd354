import { readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import { docsPage, type OpenApi } from "./docs-page.ts";
import { openApiDocument } from "./openapi.ts";

/** What a page may do: show itself. Nothing is loaded from anywhere. */
const NOTHING_FROM_OUTSIDE =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The contract for people at `/docs` and for programs at `/openapi.json`; both made when first asked for. */
export function docsRoutes(app: FastifyInstance): void {
  let made: { document: string; page: string } | undefined;
  const make = () => {
    const version = packageVersion();
    const document = openApiDocument(version);
    return { document: JSON.stringify(document, null, 2), page: docsPage(version, document as OpenApi) };
  };
  app.get("/openapi.json", async (_request, reply) => {
    made ??= make();
    return await reply.type("application/json; charset=utf-8").send(made.document);
  });
  app.get("/docs", async (_request, reply) => {
    made ??= make();
    return await reply
      .type("text/html; charset=utf-8")
      .header("content-security-policy", NOTHING_FROM_OUTSIDE)
      .header("x-content-type-options", "nosniff")
      .send(made.page);
  });
}

export function packageVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
