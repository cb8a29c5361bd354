/** The reference bot for programs of their own: a dialogue as a pure transition, and the run of a call over a webhook. */
export {
  type CallSettings,
  type Dialogue,
  type DialogueEvent,
  type Effect,
  newDialogue,
  transition,
} from "./dialogue.ts";
export {
  type Line,
  type MapWords,
  type PerformedEffect,
  runCall,
  runTurn,
  type Webhook,
  type WebhookExchange,
} from "./run-call.ts";
