import { describe, expect, it } from "vitest";
import { staffOpenApi } from "../../src/staff-api/openapi.ts";
import { STAFF_PROBLEMS } from "../../src/staff-api/problems.ts";
import { ROUTES } from "../../src/staff-api/routes.ts";

type Json = null | boolean | number | string | Json[] | { [member: string]: Json };
// biome-ignore lint/suspicious/noExplicitAny: the document has all shapes
const document = JSON.parse(JSON.stringify(staffOpenApi(ROUTES, "1.2.3"))) as any;
const METHODS = ["get", "post", "patch", "put", "delete"];

function* nodes(value: Json): Generator<{ [member: string]: Json }> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value;
  for (const member of Object.values(value)) yield* nodes(member);
}

/** What a local reference such as `#/components/schemas/Booking` points to. */
function resolve(reference: string): Json | undefined {
  const steps = reference.replace(/^#\//, "").split("/");
  // biome-ignore lint/suspicious/noExplicitAny: the document has all shapes
  return steps.reduce<any>((at, step) => at?.[step.replaceAll("~1", "/").replaceAll("~0", "~")], document);
}

describe("the OpenAPI document of the staff API", () => {
  it("is of version 3.1 and has what that wants", () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: expect.any(String), version: "1.2.3" });
    const operations = ROUTES.map(
      ({ method, path }) => document.paths[`/api/v1${path}`][method.toLowerCase()],
    );
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(ROUTES.length);
    for (const { operationId, responses, summary } of operations) {
      expect(operationId).toMatch(/^[a-z][A-Za-z0-9]*$/);
      expect(summary).toMatch(/\w/);
      for (const response of Object.values<{ description: string; $ref?: string }>(responses)) {
        const found = response.$ref === undefined ? response : resolve(response.$ref);
        expect(found).toMatchObject({ description: expect.any(String) });
      }
    }
  });

  it("has every route and the live one, and nothing else", () => {
    const described = Object.entries<object>(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = ROUTES.map(({ method, path }) => `${method} /api/v1${path}`);
    expect(described.sort()).toEqual([...routes, "GET /api/v1/live"].sort());
    for (const item of Object.values<object>(document.paths))
      for (const method of Object.keys(item)) expect(METHODS).toContain(method);
  });

  it.each(ROUTES.map((route) => ({ name: `${route.method} ${route.path}`, route })))(
    "declares what $name takes and answers",
    ({ route }) => {
      const operation = document.paths[`/api/v1${route.path}`][route.method.toLowerCase()];
      const parameters = (operation.parameters ?? []) as { in: string; name: string; required?: boolean }[];
      const named = (where: string) => parameters.filter((one) => one.in === where).map(({ name }) => name);
      const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(named("path").sort()).toEqual(inPath.sort());
      expect(named("query")).toEqual([...Object.keys(route.queryForm.shape), "account"]);
      expect(named("header").includes("If-Match")).toBe(route.needsIfMatch);
      expect(named("header").includes("Idempotency-Key")).toBe(
        route.path === "/bookings" && route.status === 201,
      );
      for (const one of parameters) if (one.in === "path") expect(one.required).toBe(true);
      expect(operation.requestBody !== undefined).toBe(route.bodyForm !== undefined);
      if (route.bodyForm !== undefined) {
        const { schema } = operation.requestBody.content["application/json"];
        const form = schema.$ref === undefined ? schema : resolve(schema.$ref);
        expect(Object.keys(form.properties).length).toBeGreaterThan(0);
      }
      const [status] = Object.keys(operation.responses);
      expect(status).toBe(route.answerForm === undefined ? "204" : String(route.status));
      expect(operation.responses[status!].content !== undefined).toBe(route.answerForm !== undefined);
      for (const access of route.access) expect(operation.description).toContain(access);
    },
  );

  it("has only references that lead somewhere in it, and uses nothing that JSON Schema 2020-12 dropped", () => {
    const references = [...nodes(document)].flatMap((node) =>
      typeof node.$ref === "string" ? [node.$ref] : [],
    );
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) {
      expect(reference).toMatch(/^#\//);
      expect([reference, resolve(reference)]).toEqual([reference, expect.anything()]);
    }
    for (const node of nodes(document.components)) expect(node).not.toHaveProperty("nullable");
  });

  it("names every problem, and both ways to log in", () => {
    expect(document.components.schemas.Problem.properties.code.enum).toEqual(Object.keys(STAFF_PROBLEMS));
    const schemes = Object.keys(document.components.securitySchemes);
    expect(document.security.flatMap((one: object) => Object.keys(one))).toEqual(schemes);
  });
});
