import { TEXTS } from "./texts.js";

/** A telephone for the reference bot: the server turns events into effects, this page carries them out. */

const PATIENCE_MS = 8_000;
/** Keys that follow within this time are one number, as on a telephone; # ends it at once. */
const BETWEEN_KEYS_MS = 1_500;
const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];

/** What to do about a problem, by its code. */
const HINTS = { unauthorized: "wrongKey", unknown_sip: "unknownNumber", rate_limited: "tooMany" };

const BESIDE = matchMedia("(min-width: 52.01rem)");

const $ = (id) => document.getElementById(id);

let language = navigator.language.startsWith("en") ? "en" : "de";
/** The call: its state as the server made it, and what follows it across requests; undefined: there is none. */
let call;
/** Keys pressed and not yet sent, and the timer that sends them. */
let pressed = "";
let sending;
/** What listens to the microphone; undefined: nothing does. */
let recognition;

const text = (name) => TEXTS[language][name];

function speakLanguage(chosen) {
  language = chosen;
  document.documentElement.lang = chosen;
  document.title = text("title");
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = text(element.dataset.text);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", text(element.dataset.label));
  }
  $("words").placeholder = text("placeholder");
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === chosen));
  }
}

// --- the call ---

async function begin() {
  const from = $("from").value.trim();
  call = {
    id: `simulator-${crypto.getRandomValues(new Uint32Array(2)).join("-")}`,
    key: $("key").value.trim(),
    settings: {
      sipId: $("called").value.trim(),
      language: $("bot-language").value,
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      ...(from === "" ? {} : { callerNumber: from }),
    },
  };
  $("transcript").replaceChildren();
  $("exchanges").replaceChildren();
  $("no-traffic").hidden = true;
  $("setup").hidden = true;
  $("line").hidden = false;
  setOpen(true);
  $("words").focus();
  await take({ type: "answered" });
}

/** What happened in the call, and all that follows from it until the caller's turn. */
async function take(happened) {
  const ongoing = call;
  let event = happened;
  forgetKeys();
  stopListening();
  setBusy(true);
  while (event !== undefined && call === ongoing) {
    const turn = await ask("simulator/turn", { settings: call.settings, state: call.state, event });
    if (call !== ongoing) return;
    if (turn.body?.effects === undefined) return fail(turn);
    call.state = turn.body.state;
    event = undefined;
    for (const effect of turn.body.effects) {
      if (effect.type === "say") say(effect.text);
      else if (effect.type === "transfer") end("transferred");
      else if (effect.type === "hang up") end("botHungUp");
      else event = await webhook(effect);
    }
  }
  if (call === ongoing && call !== undefined) setBusy(false);
}

async function webhook({ action, members }) {
  setStatus("thinking");
  const request = { action, ...members };
  const ongoing = call;
  const answered = await ask("webhook", request);
  // After hanging up it still belongs to what is seen; in the next call it does not.
  if (call === ongoing || call === undefined) show(request, answered);
  const { status, body } = answered;
  const isProblem = status !== 200 || (body?.code !== undefined && body?.speech !== undefined);
  if (status === undefined || body === undefined) return { type: "webhook failed" };
  return isProblem ? { type: "webhook failed", problem: body } : { type: "webhook answered", body };
}

/** Without a status no answer came, without a body none that is JSON. */
async function ask(path, content) {
  const began = performance.now();
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${call.key}`,
        "x-call-id": call.id,
      },
      body: JSON.stringify(content),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const words = await response.text();
    return { status: response.status, body: parsed(words), milliseconds: performance.now() - began };
  } catch {
    return { milliseconds: performance.now() - began };
  }
}

function parsed(words) {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
}

function fail({ status, body }) {
  const reason = status === undefined ? "gone" : (HINTS[body?.code] ?? "broken");
  end(reason, true);
  if (reason === "broken" && body?.detail !== undefined) note(body.detail);
}

function end(reason, isWrong = false) {
  call = undefined;
  forgetKeys();
  stopListening();
  globalThis.speechSynthesis?.cancel();
  setOpen(false);
  setStatus(reason, isWrong);
  $("again").focus();
}

// --- what is seen ---

function say(words) {
  bubble("bot", words);
  if (!$("aloud").checked) return;
  const spoken = new SpeechSynthesisUtterance(words);
  spoken.lang = $("bot-language").value;
  speechSynthesis.speak(spoken);
}

function bubble(who, words) {
  const said = element("p", words, who);
  if (who !== "note") said.lang = $("bot-language").value;
  $("transcript").append(said);
  $("transcript").scrollTop = $("transcript").scrollHeight;
}

function note(words) {
  bubble("note", words);
}

function setStatus(name, isWrong = false) {
  $("status").dataset.text = name;
  $("status").textContent = text(name);
  $("status").classList.toggle("wrong", isWrong);
}

function setBusy(isBusy) {
  call.isBusy = isBusy;
  for (const id of ["silence", "microphone"]) $(id).disabled = isBusy;
  if (!isBusy) setStatus("yourTurn");
}

function setOpen(isOpen) {
  for (const id of ["words", "silence", "microphone", "hang-up"]) $(id).disabled = !isOpen;
  for (const button of document.querySelectorAll("#keypad button, #speak button")) button.disabled = !isOpen;
  $("again").hidden = isOpen;
}

function show(request, { status, body, milliseconds }) {
  const item = document.createElement("li");
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  const isOk = status === 200 && body?.code === undefined;
  const result = status === undefined ? text("noAnswer") : `${status}${isOk ? "" : ` ${body?.code ?? ""}`}`;
  summary.append(
    element("code", request.action),
    element("span", result, isOk ? "ok" : "refused"),
    element("span", `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`, "milliseconds"),
  );
  details.append(
    summary,
    labelled("request", request),
    ...(body === undefined ? [] : [labelled("answer", body)]),
  );
  item.append(details);
  const hint = status === undefined ? "gone" : HINTS[body?.code];
  if (hint !== undefined) {
    const words = element("p", text(hint), "hint refused");
    words.dataset.text = hint;
    item.append(words);
  }
  $("exchanges").append(item);
  // Below the telephone it would take the caller's words out of sight.
  if (BESIDE.matches) item.scrollIntoView({ block: "nearest" });
}

function labelled(name, value) {
  const part = document.createElement("div");
  const caption = element("p", text(name), "caption");
  caption.dataset.text = name;
  const json = element("pre", JSON.stringify(value, null, 2));
  json.tabIndex = 0;
  part.append(caption, json);
  return part;
}

function element(name, words, className = "") {
  const made = document.createElement(name);
  made.textContent = words;
  made.className = className;
  return made;
}

// --- what the caller does ---

function isCallersTurn() {
  return call?.state?.phase === "listening" && !call.isBusy;
}

function speakWords(words) {
  bubble("caller", words);
  globalThis.speechSynthesis?.cancel();
  return take({ type: "said", text: words });
}

$("setup").addEventListener("submit", (event) => {
  event.preventDefault();
  begin();
});
$("speak").addEventListener("submit", (event) => {
  event.preventDefault();
  const words = $("words").value.trim();
  if (words === "" || !isCallersTurn()) return;
  $("words").value = "";
  speakWords(words);
});
$("silence").addEventListener("click", () => {
  if (!isCallersTurn()) return;
  note(text("silent"));
  take({ type: "silence" });
  $("words").focus();
});
$("hang-up").addEventListener("click", () => end("youHungUp"));
$("again").addEventListener("click", () => {
  $("line").hidden = true;
  $("setup").hidden = false;
  $("call").focus();
});
$("keypad-toggle").addEventListener("click", () => {
  $("keypad").hidden = !$("keypad").hidden;
  $("keypad-toggle").setAttribute("aria-expanded", String(!$("keypad").hidden));
});
function forgetKeys() {
  clearTimeout(sending);
  pressed = "";
}

function sendKeys() {
  if (pressed === "") return;
  const keys = pressed;
  note(`${text("pressed")} ${keys}`);
  take({ type: "pressed", keys });
}

for (const key of KEYS) {
  const button = element("button", key);
  button.type = "button";
  button.addEventListener("click", () => {
    if (!isCallersTurn()) return;
    clearTimeout(sending);
    if (key !== "#") pressed += key;
    if (key === "#") sendKeys();
    else sending = setTimeout(sendKeys, BETWEEN_KEYS_MS);
  });
  $("keypad").append(button);
}
for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => {
    speakLanguage(button.dataset.language);
    if (call === undefined) $("bot-language").value = button.dataset.language;
  });
}

// --- the microphone ---

const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;
if (Recognition !== undefined) $("microphone").hidden = false;
if (globalThis.speechSynthesis === undefined) $("aloud").closest("label").hidden = true;
let isAgreed = false;
$("microphone").addEventListener("click", () => {
  if (!isAgreed) {
    isAgreed = true;
    $("notice").hidden = false;
    return;
  }
  $("notice").hidden = true;
  if (isCallersTurn() && recognition === undefined) listen();
});

function listen() {
  const own = new Recognition();
  recognition = own;
  own.lang = $("bot-language").value === "de" ? "de-DE" : "en-GB";
  let heard;
  let missing = "notHeard";
  own.onresult = ({ results }) => {
    heard = results[0][0].transcript;
  };
  own.onerror = ({ error }) => {
    if (error === "not-allowed" || error === "service-not-allowed") missing = "notAllowed";
  };
  own.onend = () => {
    if (recognition !== own) return;
    stopListening();
    if (heard === undefined) setStatus(missing, true);
    else speakWords(heard);
  };
  $("microphone").classList.add("listening");
  setStatus("listening");
  own.start();
}

/** What it still hears is of no turn any more. */
function stopListening() {
  const last = recognition;
  recognition = undefined;
  $("microphone").classList.remove("listening");
  last?.abort();
}

// --- from the address: what stands behind # is sent to nobody ---

function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const [name, id] of [
    ["key", "key"],
    ["sip", "called"],
    ["from", "from"],
  ]) {
    if (given.has(name)) $(id).value = given.get(name);
  }
  speakLanguage(TEXTS[given.get("lang")] === undefined ? language : given.get("lang"));
  $("bot-language").value = language;
  $("no-key").hidden = $("key").value !== "";
  if ($("key").value !== "") $("call").focus();
  else $("key").focus();
}

addEventListener("hashchange", () => {
  if (call === undefined) readAddress();
});
readAddress();
