import { describe, expect, it } from "vitest";
import { ACTIONS } from "./actions.ts";
import { openApiDocument } from "./openapi.ts";
import { PROBLEMS } from "./problems.ts";

type Json = null | boolean | number | string | Json[] | { [member: string]: Json };
// biome-ignore lint/suspicious/noExplicitAny: the document has all shapes
const document = JSON.parse(JSON.stringify(openApiDocument("1.2.3"))) as any;
const paths = ["/webhook", "/webhook/{key}"];

function* nodes(value: Json): Generator<{ [member: string]: Json }> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value;
  for (const member of Object.values(value)) yield* nodes(member);
}

/** What a local reference such as `#/components/schemas/Slot` points to. */
function resolve(reference: string): Json | undefined {
  const steps = reference.replace(/^#\//, "").split("/");
  // biome-ignore lint/suspicious/noExplicitAny: the document has all shapes
  return steps.reduce<any>((at, step) => at?.[step.replaceAll("~1", "/").replaceAll("~0", "~")], document);
}

describe("the OpenAPI document", () => {
  it("is of version 3.1 and has what that wants", () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: expect.any(String), version: "1.2.3" });
    expect(Object.keys(document.paths)).toEqual(paths);
    const operations = paths.map((path) => document.paths[path].post);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(2);
    for (const { requestBody, responses } of operations) {
      expect(requestBody.required).toBe(true);
      for (const response of Object.values<{ description: string }>(responses))
        expect(response.description).toEqual(expect.any(String));
    }
  });

  it("has only references that lead somewhere in it", () => {
    const references = [...nodes(document)].flatMap((node) =>
      typeof node.$ref === "string" ? [node.$ref] : [],
    );
    expect(references.length).toBeGreaterThan(13);
    for (const reference of references) {
      expect(reference).toMatch(/^#\//);
      expect([reference, resolve(reference)]).toEqual([reference, expect.anything()]);
    }
  });

  it("uses nothing that JSON Schema 2020-12 dropped", () => {
    for (const node of nodes(document.components)) expect(node).not.toHaveProperty("nullable");
  });

  it("declares the key in the path, and the other places where a key can be", () => {
    const [key] = document.paths["/webhook/{key}"].post.parameters;
    expect(key).toMatchObject({ in: "path", name: "key", required: true });
    const schemes = Object.keys(document.components.securitySchemes);
    expect(document.security.flatMap((one: object) => Object.keys(one))).toEqual(schemes);
    expect(document.paths["/webhook/{key}"].post.security).toEqual([]);
  });

  it.each(paths)("tells requests to %s apart by one of the 13 actions", (path) => {
    const { schema, examples } = document.paths[path].post.requestBody.content["application/json"];
    const requests = schema.oneOf.map(({ $ref }: { $ref: string }) => resolve($ref));
    const names = requests.map(
      (one: { properties: { action: { const: string } } }) => one.properties.action.const,
    );
    expect(names).toEqual([...ACTIONS.keys()]);
    expect(names).toHaveLength(13);
    for (const one of requests) expect(one.required).toContain("action");
    expect(schema.discriminator.propertyName).toBe("action");
    for (const [name, reference] of Object.entries(schema.discriminator.mapping ?? {}))
      expect(resolve(reference as string)).toMatchObject({ properties: { action: { const: name } } });
    expect(Object.keys(examples)).toEqual(names);
  });

  it("describes every problem under its status", () => {
    const { responses } = document.paths["/webhook"].post;
    for (const [code, { status }] of Object.entries(PROBLEMS)) {
      expect(responses[status].description).toContain(code);
      const { $ref } = responses[status].content["application/problem+json"].schema;
      expect(resolve($ref)).toMatchObject({ properties: { code: { enum: expect.arrayContaining([code]) } } });
    }
    const statuses = Object.keys(responses).map(Number);
    expect(statuses.sort()).toEqual(
      [200, ...new Set(Object.values(PROBLEMS).map(({ status }) => status))].sort(),
    );
  });
});

describe.each([...ACTIONS.values()])("the example of $name", ({ name, request, answer, example }) => {
  it("is a request that the action takes", () => {
    expect(example.request).toMatchObject({ action: name });
    expect(request.strict().safeParse(example.request).error).toBeUndefined();
  });

  it("is an answer as the action gives it, with no member more", () => {
    expect(answer.parse(example.answer)).toEqual(example.answer);
  });

  it("is in the document", () => {
    const { post } = document.paths["/webhook"];
    expect(post.requestBody.content["application/json"].examples[name].value).toEqual(example.request);
    expect(post.responses[200].content["application/json"].examples[name].value).toEqual(example.answer);
  });

  it("is described member by member in the schema that checks it", () => {
    const described = document.components.schemas[`${name}Request`].properties;
    expect(Object.keys(described)).toEqual(Object.keys(request.shape));
  });
});
