export * from "./actions.ts";
export * from "./answers.ts";
