export { type CallOptions, type Client, type ClientOptions, createClient } from "./client.ts";
export { NoAnswer, Refusal } from "./refusal.ts";
