import type { Action } from "./action.ts";
import { ACTIONS } from "./actions.ts";
import { PROBLEMS } from "./problems.ts";

/** The contract as one page that needs nothing else: no script, no font, no picture. */
export function docsPage(version: string, document: OpenApi): string {
  const actions = [...ACTIONS.values()];
  const contents = actions.map(({ name }) => `<li><a href="#${name}">${name}</a></li>`).join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Slotline webhook</title>
<style>${STYLE}</style>
</head>
<body>
<nav aria-label="Actions">
<p><strong>Slotline</strong> ${escapeHtml(version)}</p>
<ol>${contents}</ol>
<p><a href="#problems">Problems</a></p>
<p><a href="/openapi.json">openapi.json</a></p>
<p>Staff API: <a href="/api/v1/openapi.json">openapi.json</a></p>
</nav>
<main>
<h1>Slotline webhook</h1>
${INTRODUCTION}
${actions.map((action) => section(action, document)).join("\n")}
${problems()}
${STAFF_API}
</main>
</body>
</html>
`;
}

const INTRODUCTION = `
<p>One URL for thirteen actions: <code>POST /webhook</code> with a JSON body whose <code>action</code> chooses.
The body is read as JSON whatever its content type says; unknown members are ignored; every answer is JSON.</p>
<h2 id="key">The key</h2>
<p>Every call needs a key. The first one found counts: in the path (<code>/webhook/KEY</code>), as
<code>?key=KEY</code>, as <code>Authorization: Bearer KEY</code>, <code>X-API-Key: KEY</code> or
<code>Token: KEY</code>. <code>slotline key create</code> makes one.</p>
<h2 id="conventions">Conventions</h2>
<ul>
<li><code>entityId</code> may accompany any action and narrows it to that entity.</li>
<li>Times are ISO 8601 with milliseconds and offset (<code>2026-12-01T08:00:00.000+01:00</code>); inputs compare as
instants.</li>
<li>getSlots takes the caller's own words as <code>dateTime</code>. The header <code>Slotline-Understood</code> then says
what they were taken for, <code>Slotline-Ambiguous</code> the readings not chosen, commas between; both percent-encoded
(<code>decodeURIComponent</code>). Words that cannot be used are <code>invalid_request</code> with a
<code>speech</code> that asks for a day.</li>
<li>A key made with <code>--max-slots</code> gets no more slots than that, spread over the time asked for; for
"as soon as possible" the first ones.</li>
<li>A slot's <code>avId</code> is the <code>slotId</code> of the later calls.</li>
<li>Repeats are safe: the same client booking the same start of the same product again gets the same booking; so does
a request with the same <code>Idempotency-Key</code> header.</li>
<li><code>X-Call-Id</code>, <code>X-Request-Id</code> or <code>callId</code> in the body follow a call in the log.</li>
</ul>`;

function section(action: Action, { components }: OpenApi): string {
  const { name, summary, scope, example } = action;
  return `<section id="${name}">
<h2>${name}</h2>
<p>${escapeHtml(summary)}. Scope: <code>${scope}</code>.</p>
${members(components.schemas[`${name}Request`]!)}
<h3>Request</h3>
<pre>${json(example.request)}</pre>
<h3>Answer</h3>
<pre>${json(example.answer)}</pre>
</section>`;
}

/** The part of the OpenAPI document that the page shows. */
export interface OpenApi {
  readonly components: { readonly schemas: Readonly<Record<string, MemberSchema>> };
}

interface MemberSchema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, MemberSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly MemberSchema[];
  readonly $ref?: string;
}

function members({ properties = {}, required = [] }: MemberSchema): string {
  const rows = Object.entries(properties)
    .filter(([name]) => name !== "action")
    .map(([name, member]) => {
      const need = required.includes(name) ? "required" : "optional";
      return `<tr><td><code>${name}</code></td><td>${need}</td><td>${escapeHtml(describe(member))}</td></tr>`;
    });
  return `<table>
<thead><tr><th scope="col">member</th><th scope="col">needed</th><th scope="col">what it is</th></tr></thead>
<tbody>${rows.join("\n")}</tbody>
</table>`;
}

const USER_MEMBERS = "id, firstname, lastname, email, dob (YYYY-MM-DD), phone, street, zip, city, country";

function describe(member: MemberSchema): string {
  const isUser = [member, ...(member.anyOf ?? [])].some((one) => one.$ref !== undefined);
  const own = member.description ?? (isUser ? "A client" : "An id, as an earlier answer gave it");
  return isUser ? `${own}: ${USER_MEMBERS}` : own;
}

function problems(): string {
  const rows = Object.entries(PROBLEMS).map(
    ([code, { status, title, retryable, speech }]) =>
      `<tr id="problem-${code}"><td><code>${code}</code></td><td>${status}</td><td>${escapeHtml(title)}</td>` +
      `<td>${retryable ? "yes" : "no"}</td><td lang="de">${escapeHtml(speech.de)}</td></tr>`,
  );
  return `<section id="problems">
<h2>Problems</h2>
<p>Problems are answered as <code>application/problem+json</code> (RFC 9457) with <code>code</code>,
<code>speech</code> (one sentence that the bot can say, in the entity's language), <code>retryable</code> and, where
they help, <code>missing</code>, <code>alternatives</code> and <code>issues</code>. A key made with
<code>--error-status 200</code> gets them with status 200.</p>
<table>
<thead><tr><th scope="col">code</th><th scope="col">status</th><th scope="col">when</th>
<th scope="col">retry</th><th scope="col">speech</th></tr></thead>
<tbody>${rows.join("\n")}</tbody>
</table>
</section>`;
}

/** Not the bots' interface, but who looks for one that changes settings or lists bookings looks here first. */
const STAFF_API = `<section id="staff-api">
<h2>The staff API</h2>
<p>What people do at the desk, programs can do below <code>/api/v1</code>: bookings, clients, calls and settings, with
roles and ETags. All routes are in <a href="/api/v1/openapi.json">its OpenAPI document</a>. A program logs in with a
key of the scope <code>staff</code>: <code>Authorization: Bearer KEY</code>.</p>
</section>`;

function json(value: unknown): string {
  return escapeHtml(JSON.stringify(value, null, 2));
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --link: light-dark(#0b57d0, #8ab4f8); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; display: grid; grid-template-columns: 16rem minmax(0, 1fr); gap: 2rem;
  padding: 1.5rem; font: 16px/1.55 system-ui, sans-serif; }
nav { position: sticky; top: 1.5rem; align-self: start; font-size: 0.875rem; }
nav ol { padding-left: 1.25rem; }
h1 { margin-top: 0; line-height: 1.2; }
h2 { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: 1.5rem; }
h3 { font-size: 0.875rem; margin: 1.25rem 0 0.25rem; }
a { color: var(--link); }
code, pre { font: 0.875em/1.5 ui-monospace, monospace; }
h2, p code, li code { overflow-wrap: anywhere; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: 0.75rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; display: block; overflow-x: auto; font-size: 0.9375rem; }
th, td { text-align: left; vertical-align: top; padding: 0.375rem 0.75rem 0.375rem 0; border-bottom: 1px solid var(--line); }
@media (max-width: 48rem) { body { display: block; } nav { position: static; } }
`;
