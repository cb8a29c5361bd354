import type { Agent, Product, RequiredInfo } from "../protocol/index.ts";
import type { Findings } from "./findings.ts";
import type { Probe } from "./probe.ts";
import type { RuleId } from "./rules.ts";

/** What can be booked: a product of a type, with those who perform it. */
export interface Offer {
  readonly entityId: string;
  readonly appointmentTypeId: string;
  readonly typeName: string;
  readonly product: Product;
  readonly agents: readonly Agent[];
  readonly required: RequiredInfo;
}

export interface Business {
  readonly entityId: string;
  readonly name: string;
  readonly offers: readonly Offer[];
}

/** What a bot asks from the ringing on until it knows what can be booked, in the documented order. */
export async function discover(
  probe: Probe,
  findings: Findings,
  sipId: string,
): Promise<Business | undefined> {
  probe.nextCall();
  const entity = await probe.read("getEntityForSipId", { sipId }, "entity.shape");
  if (entity === undefined) return undefined;
  const { entityId } = entity.answer;
  const name = await probe.read("getBusinessName", { entityId }, "name.shape");
  const types = await probe.read("getAppointmentTypes", { entityId }, "types.shape");
  if (types === undefined) return undefined;
  checkIds(findings, "types.ids", types.answer);
  const offers: Offer[] = [];
  for (const { id: appointmentTypeId, name: typeName } of types.answer) {
    const ofType = { entityId, appointmentTypeId };
    const agents = await probe.read("getAgents", ofType, "agents.shape");
    const products = await probe.read("getProducts", ofType, "products.shape");
    if (agents !== undefined) checkIds(findings, "agents.ids", agents.answer);
    if (products !== undefined) checkIds(findings, "products.ids", products.answer);
    for (const product of products?.answer ?? []) {
      const required = await probe.read(
        "getRequiredInfo",
        { entityId, productId: product.id },
        "required.shape",
      );
      const nothing = { bookerInfo: [], participantInfo: [] };
      offers.push({
        ...ofType,
        typeName,
        product,
        agents: agents?.answer ?? [],
        required: required?.answer ?? nothing,
      });
    }
  }
  await checkTypesWithProducts(probe, findings, entityId, offers);
  return { entityId, name: name?.answer.name ?? "", offers };
}

async function checkTypesWithProducts(
  probe: Probe,
  findings: Findings,
  entityId: string,
  offers: readonly Offer[],
): Promise<void> {
  const whole = await probe.read("getAppointmentTypesWithProducts", { entityId }, "with-products.shape");
  if (whole === undefined) return;
  const apart = offers.map(({ appointmentTypeId, product }) => `${appointmentTypeId}/${product.id}`).sort();
  const together = whole.answer
    .flatMap(({ id, products }) => products.map((one) => `${id}/${one.id}`))
    .sort();
  findings.check("with-products.same", apart.join() === together.join(), apart.join(", "), whole.exchange);
}

export function checkIds(findings: Findings, rule: RuleId, things: readonly { readonly id: string }[]): void {
  const ids = things.map(({ id }) => id);
  findings.check(rule, new Set(ids).size === ids.length, `ids that differ, not ${ids.join(", ")}`);
}
