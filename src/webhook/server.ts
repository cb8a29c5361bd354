import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from "fastify";
import { PROBLEM_TYPE, problemOfStrangers, sendProblem } from "./send-problem.ts";
import { refuseUnread, type WebhookDependencies, webhookRoutes } from "./webhook-routes.ts";

const BODY_LIMIT_BYTES = 64 * 1024;

/** A bot sends its few hundred bytes at once; who takes longer holds a connection for nothing. */
const REQUEST_TIMEOUT_MS = 10_000;

const NODE_OPTIONS = {
  headersTimeout: REQUEST_TIMEOUT_MS,
  // How often Node looks for requests past their time; its own half minute would make ten seconds forty.
  connectionsCheckingInterval: 1_000,
  // Node would refuse a request without Host without a body; no route of ours depends on it.
  requireHostHeader: false,
} as const;

/** Longer than the idle time of common proxies, so that it is they who hang up first. */
const KEEP_ALIVE_MS = 75_000;

/** Longest key that a path may carry; ours have 36 characters. */
const LONGEST_PATH_KEY = 256;

const ANY_BYTES = "application/octet-stream";

export interface ServerOptions extends WebhookDependencies {
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer } | undefined;
  /** Addresses or networks of proxies whose `X-Forwarded-For` counts. */
  readonly trustedProxies: readonly string[];
  /** Answers a request whose address cannot be decoded, and says whether it was one of its own. */
  readonly refuseBadAddress?: (url: string, reply: FastifyReply) => boolean;
}

/** The HTTP server, not yet listening. Whatever it is sent, it answers in JSON. */
export function createServer(options: ServerOptions): FastifyInstance {
  const { tls, trustedProxies } = options;
  const app = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    routerOptions: { maxParamLength: LONGEST_PATH_KEY },
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    logger: false,
    exposeHeadRoutes: false,
    forceCloseConnections: "idle",
    // What still comes on an open connection while the server stops is answered like everything else.
    return503OnClosing: false,
    frameworkErrors: (_error, request, reply) => {
      const isRefused = options.refuseBadAddress?.(request.url, reply as FastifyReply) ?? false;
      if (!isRefused) sendProblem(reply as FastifyReply, "not_found");
    },
    clientErrorHandler: (_error, socket) => {
      if (!socket.writable) return;
      const body = JSON.stringify(
        problemOfStrangers("malformed_json", { detail: "This is not an HTTP request." }),
      );
      socket.end(
        `HTTP/1.1 400 Bad Request\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
          `Cache-Control: no-store\r\nConnection: close\r\n\r\n${body}`,
      );
    },
    ...(tls === undefined ? { http: NODE_OPTIONS } : { https: { ...tls, ...NODE_OPTIONS } }),
  }) as FastifyInstance;
  // Node would refuse an expectation that it does not know without a body: we expect nothing and go on.
  app.server.on("checkExpectation", (request, response) => app.server.emit("request", request, response));
  // The body is read as bytes whatever its type says: bots send JSON as text/plain, as nothing, or as nonsense.
  app.addHook("onRequest", (request, _reply, done) => {
    request.raw.headers["content-type"] = ANY_BYTES;
    done();
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(ANY_BYTES, { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.setNotFoundHandler((_request, reply) => {
    sendProblem(reply, "not_found", { detail: "The webhook is POST /webhook; its description is at /docs." });
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 413) return refuseUnread(options, request, reply, "payload_too_large");
    if (status < 500) {
      return refuseUnread(options, request, reply, "malformed_json", "The request cannot be read.");
    }
    options.onFault(error);
    return sendProblem(reply, "internal_error");
  });
  webhookRoutes(app, options);
  return app;
}
