import { createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** Where `npm run build -w web` puts the app, seen from `src/web-app` and from `dist/web-app`. */
const BUILT = ["../../web/dist/", "../web/"].map((path) => new URL(path, import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** The file names carry a hash of their content. */
const FOR_EVER = "public, max-age=31536000, immutable";

interface Asset {
  readonly type: string;
  readonly content: Buffer;
  /** Brotli's, as it was built; undefined where it was built without. */
  readonly packed: Buffer | undefined;
  readonly tag: string;
}

/** Where the app's own router takes over; everything else that nobody answers is a 404 in JSON. */
const PAGES = [
  "/",
  "/login",
  "/invitation",
  "/setup",
  "/profile",
  "/clients",
  "/clients/*",
  "/calls",
  "/calls/*",
  "/statistics",
  "/why",
  "/services",
  "/services/*",
  "/team",
  "/team/*",
  "/rooms",
  "/hours",
  "/numbers",
  "/keys",
  "/people",
  "/audit",
];

/** The desk's screen: its files from memory, the page itself with a fresh nonce each time. */
export function webAppRoutes(app: FastifyInstance): void {
  let files: Map<string, Asset> | undefined;
  const load = () => {
    files ??= readFiles();
    return files;
  };
  app.get("/assets/:name", async (request, reply) => {
    const { name } = request.params as { name: string };
    return sendAsset(request, reply, load().get(`assets/${name}`), FOR_EVER);
  });
  app.get("/icon.svg", async (request, reply) =>
    sendAsset(request, reply, load().get("icon.svg"), "no-cache"),
  );
  for (const page of PAGES) {
    app.get(page, async (_request, reply) => {
      const html = load().get("index.html")?.content.toString("utf8");
      if (html === undefined) {
        const next =
          "The app is not built: npm run build -w web. The webhook and its docs work without it: /docs.";
        return await reply.code(503).type("text/plain; charset=utf-8").send(next);
      }
      const nonce = randomBytes(16).toString("base64");
      return await reply
        .type(TYPES[".html"]!)
        .header("cache-control", "no-store")
        .header("content-security-policy", policy(nonce))
        .header("x-content-type-options", "nosniff")
        .header("referrer-policy", "same-origin")
        .header("cross-origin-opener-policy", "same-origin")
        .send(html.replaceAll("%NONCE%", nonce));
    });
  }
}

/** Itself and this server, nothing else; styles that a library makes carry the page's nonce. */
function policy(nonce: string): string {
  return (
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; connect-src 'self'; ` +
    "img-src 'self' data:; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
  );
}

function readFiles(): Map<string, Asset> {
  const folder = BUILT.find((one) => existsSync(one));
  if (folder === undefined) return new Map();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".br"))
    .map((entry) => `${entry.parentPath}/${entry.name}`);
  const root = folder.pathname.replace(/\/$/, "");
  return new Map(
    names.map((path) => {
      const content = readFileSync(path);
      const asset: Asset = {
        type: TYPES[extname(path)] ?? "application/octet-stream",
        content,
        packed: existsSync(`${path}.br`) ? readFileSync(`${path}.br`) : undefined,
        tag: `"${createHash("sha256").update(content).digest("base64url").slice(0, 16)}"`,
      };
      return [path.slice(root.length).replace(/^\/+/, ""), asset] as const;
    }),
  );
}

function sendAsset(
  request: FastifyRequest,
  reply: FastifyReply,
  asset: Asset | undefined,
  caching: string,
): FastifyReply {
  if (asset === undefined) return reply.callNotFound() as unknown as FastifyReply;
  reply
    .type(asset.type)
    .header("cache-control", caching)
    .header("etag", asset.tag)
    .header("vary", "accept-encoding")
    .header("x-content-type-options", "nosniff");
  if (request.headers["if-none-match"] === asset.tag) return reply.code(304).send();
  if (asset.packed === undefined || !/\bbr\b/.test(request.headers["accept-encoding"] ?? ""))
    return reply.send(asset.content);
  return reply.header("content-encoding", "br").send(asset.packed);
}
