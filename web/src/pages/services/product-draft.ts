import type { ProductConfiguration } from "../../../../src/staff-api/wire-types.ts";

export type ClientField = ProductConfiguration["bookerInfo"][number];

export const FIELDS: readonly ClientField[] = [
  "firstname",
  "lastname",
  "phone",
  "email",
  "dob",
  "street",
  "zip",
  "city",
  "country",
];

/** The server's own limits, so that a slip is told before it is sent. */
export const LIMITS = {
  durationMinutes: [1, 1_440],
  bufferBeforeMinutes: [0, 720],
  bufferAfterMinutes: [0, 720],
  slotIntervalMinutes: [1, 1_440],
  capacity: [1, 1_000],
  maxBookingsPerDay: [1, 10_000],
} as const;
export type NumberField = keyof typeof LIMITS;
const NUMBER_FIELDS = Object.keys(LIMITS) as NumberField[];

/** A number field as it is typed; empty is text. */
export type Typed = number | string;

/** A variant as the form has it. */
export type ProductDraft = Record<NumberField, Typed> & {
  readonly name: string;
  readonly description: string;
  readonly price: Typed;
  readonly resources: Readonly<Record<string, Typed>>;
  readonly bookerInfo: readonly ClientField[];
  readonly participantInfo: readonly ClientField[];
};

export function draftOf(product: ProductConfiguration): ProductDraft {
  return {
    name: product.name,
    description: product.description ?? "",
    price: product.price,
    durationMinutes: product.durationMinutes,
    bufferBeforeMinutes: product.bufferBeforeMinutes,
    bufferAfterMinutes: product.bufferAfterMinutes,
    slotIntervalMinutes: product.slotIntervalMinutes ?? "",
    capacity: product.capacity,
    maxBookingsPerDay: product.maxBookingsPerDay ?? "",
    resources: product.resources,
    bookerInfo: product.bookerInfo,
    participantInfo: product.participantInfo,
  };
}

/** A new one takes from its neighbour what is mostly the same. */
export function newDraft(like: ProductConfiguration | undefined): ProductDraft {
  const bare: ProductDraft = {
    name: "",
    description: "",
    price: "",
    durationMinutes: "",
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    slotIntervalMinutes: "",
    capacity: 1,
    maxBookingsPerDay: "",
    resources: {},
    bookerInfo: ["firstname", "lastname", "phone"],
    participantInfo: [],
  };
  if (like === undefined) return bare;
  const { name, description, price, durationMinutes, maxBookingsPerDay } = bare;
  return { ...draftOf(like), name, description, price, durationMinutes, maxBookingsPerDay };
}

export const numberOf = (typed: Typed): number | undefined => {
  if (typeof typed === "number") return typed;
  const text = typed.trim();
  return text === "" ? undefined : Number(text);
};

export type ProductFault = "name" | "description" | "price" | NumberField;

/** The fields with something that the server would refuse. */
export function wrongFields(draft: ProductDraft): ProductFault[] {
  const price = numberOf(draft.price);
  return [
    ...(draft.name.trim() === "" || draft.name.trim().length > 200 ? (["name"] as const) : []),
    ...(draft.description.length > 2_000 ? (["description"] as const) : []),
    ...(price === undefined || !(price >= 0 && price <= 1_000_000) ? (["price"] as const) : []),
    ...NUMBER_FIELDS.filter((field) => {
      const value = numberOf(draft[field]);
      if (value === undefined) return field === "durationMinutes";
      const [from, to] = LIMITS[field];
      return !Number.isInteger(value) || value < from || value > to;
    }),
  ];
}

const inOrder = (fields: readonly ClientField[]) => FIELDS.filter((field) => fields.includes(field));

/** As the server takes it; undefined members are left out. */
export function productOf(draft: ProductDraft): Omit<ProductConfiguration, "id"> {
  const needed = Object.entries(draft.resources).flatMap(([pool, typed]) => {
    const count = numberOf(typed) ?? 0;
    return count > 0 ? [[pool, count] as const] : [];
  });
  return {
    name: draft.name.trim(),
    description: draft.description.trim() || undefined,
    price: numberOf(draft.price) ?? 0,
    durationMinutes: numberOf(draft.durationMinutes) ?? 0,
    bufferBeforeMinutes: numberOf(draft.bufferBeforeMinutes) ?? 0,
    bufferAfterMinutes: numberOf(draft.bufferAfterMinutes) ?? 0,
    slotIntervalMinutes: numberOf(draft.slotIntervalMinutes),
    capacity: numberOf(draft.capacity) ?? 1,
    maxBookingsPerDay: numberOf(draft.maxBookingsPerDay),
    resources: Object.fromEntries(needed),
    bookerInfo: inOrder(draft.bookerInfo),
    participantInfo: inOrder(draft.participantInfo),
  };
}

/** The members that differ, as a merge patch: null takes one away. */
export function patchOf(
  before: Omit<ProductConfiguration, "id">,
  after: Omit<ProductConfiguration, "id">,
): Record<string, unknown> {
  const patch: Record<string, unknown> = {};
  for (const name of Object.keys(after) as (keyof typeof after)[]) {
    if (JSON.stringify(before[name]) === JSON.stringify(after[name])) continue;
    if (name === "resources") {
      const gone = Object.keys(before.resources).filter((pool) => after.resources[pool] === undefined);
      patch[name] = { ...after.resources, ...Object.fromEntries(gone.map((pool) => [pool, null])) };
    } else patch[name] = after[name] ?? null;
  }
  return patch;
}
