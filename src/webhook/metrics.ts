import { Counter, Gauge, Histogram, Registry } from "prom-client";

/** Half a millisecond to five seconds: what a caller does not notice, and what is a silence. */
const BUCKETS_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

const CHANGES: Readonly<Record<string, string>> = {
  bookAppointment: "booked",
  modifyAppointment: "moved",
  cancelAppointment: "cancelled",
};

/** Counts for Prometheus, by action and outcome only: no account, no person. */
export class Metrics {
  readonly registry = new Registry();
  readonly #latency = new Histogram({
    name: "slotline_webhook_request_duration_seconds",
    help: "Webhook requests by action and outcome (ok or the problem's code)",
    labelNames: ["action", "outcome"],
    buckets: BUCKETS_SECONDS,
    registers: [this.registry],
  });
  readonly #changes = new Counter({
    name: "slotline_booking_changes_total",
    help: "Answers that confirmed a booking, a move or a cancellation; repeats count again",
    labelNames: ["change"],
    registers: [this.registry],
  });
  readonly #refusals = new Counter({
    name: "slotline_refusals_total",
    help: "Webhook requests that were refused, by the problem's code",
    labelNames: ["code"],
    registers: [this.registry],
  });

  constructor(droppedCalls: () => number) {
    new Gauge({
      name: "slotline_call_log_dropped",
      help: "Calls that were answered but not kept in the call log since the start",
      registers: [this.registry],
      collect() {
        this.set(droppedCalls());
      },
    });
    new Gauge({
      name: "process_resident_memory_bytes",
      help: "Resident memory size in bytes",
      registers: [this.registry],
      collect() {
        this.set(process.memoryUsage.rss());
      },
    });
  }

  /** `action` is one of the 13 or `none`; never what the request said. */
  observe(action: string, outcome: string, milliseconds: number): void {
    this.#latency.observe({ action, outcome }, milliseconds / 1_000);
    if (outcome !== "ok") this.#refusals.inc({ code: outcome });
    else if (CHANGES[action] !== undefined) this.#changes.inc({ change: CHANGES[action] });
  }
}
