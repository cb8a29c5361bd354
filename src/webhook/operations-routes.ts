import type { FastifyInstance } from "fastify";
import type { Store } from "../store/store.ts";
import type { Metrics } from "./metrics.ts";
import { sendProblem } from "./send-problem.ts";

/** For load balancers and monitoring. `isStopping` makes `/readyz` say no before the server closes. */
export function operationsRoutes(
  app: FastifyInstance,
  { store, metrics, isStopping }: { store: Store; metrics: Metrics; isStopping: () => boolean },
): void {
  app.get("/healthz", async (_request, reply) => {
    await reply.header("cache-control", "no-store").send({ status: "alive" });
  });
  app.get("/readyz", async (_request, reply) => {
    const reason = isStopping() ? "The server is stopping." : await whyNotWritable(store);
    reply.header("cache-control", "no-store");
    if (reason === undefined) return await reply.send({ status: "ready" });
    return await sendProblem(reply.header("retry-after", 1), "unavailable", { detail: reason });
  });
  app.get("/metrics", async (_request, reply) => {
    await reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

async function whyNotWritable(store: Store): Promise<string | undefined> {
  try {
    await store.checkWritable();
    return undefined;
  } catch {
    return "The store cannot be written to.";
  }
}
