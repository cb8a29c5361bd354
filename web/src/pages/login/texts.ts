import { texts } from "../../i18n.ts";

export const LOGIN = texts(
  "login",
  {
    title: "Anmelden",
    email: "E-Mail",
    password: "Passwort",
    submit: "Anmelden",
    provider: "Mit dem Firmenzugang anmelden",
    nobody: {
      title: "Hier hat noch niemand einen Zugang",
      about:
        "Den ersten macht ein Link. Er steht dort, wo der Server gestartet wurde; „slotline owner link“ macht jederzeit einen neuen.",
    },
    notThrough: {
      unknown:
        "Mit der E-Mail-Adresse dieses Firmenzugangs ist hier niemand eingetragen. Bitten Sie um eine Einladung.",
      unverified:
        "Der Firmenzugang sagt nicht, dass diese E-Mail-Adresse wirklich Ihre ist. Melden Sie sich mit Ihrem Passwort an.",
      cancelled: "Die Anmeldung beim Firmenzugang wurde abgebrochen.",
      unreachable:
        "Der Firmenzugang ist gerade nicht zu erreichen. Versuchen Sie es später, oder melden Sie sich mit Ihrem Passwort an.",
      failed: "Die Anmeldung mit dem Firmenzugang hat nicht geklappt. Bitte versuchen Sie es noch einmal.",
    },
    wrong: "E-Mail oder Passwort stimmt nicht.",
    tooOften: "Zu viele Versuche. Bitte warten Sie eine Minute.",
    unreachable: "Der Server ist nicht zu erreichen.",
    forgotten:
      "Passwort vergessen oder Handy weg? Wer den Betrieb verwaltet, kann Ihnen unter „Benutzer“ einen Link schicken.",
    code: "Code aus Ihrer App",
    codeHint: "Sechs Ziffern, oder einer Ihrer Notfallcodes.",
    wrongCode: "Der Code stimmt nicht.",
    invitation: {
      title: "Willkommen bei {{name}}",
      newTitle: "Ihren Betrieb anlegen",
      resetTitle: "Neues Passwort",
      about: "Legen Sie fest, womit Sie sich anmelden. Der Link funktioniert nur dieses eine Mal.",
      name: "Ihr Name",
      business: "Name des Betriebs",
      passwordHint: "Mindestens 10 Zeichen. Ein Satz ist leichter zu merken als ein Wort.",
      submit: "Los geht’s",
      taken:
        "Mit dieser E-Mail gibt es schon einen Zugang. Melden Sie sich damit an, dann gilt der Link für ihn.",
      known: "Ich habe schon einen Zugang",
      loggedIn: "Sie sind angemeldet als {{email}}.",
      join: "Mit diesem Zugang beitreten",
      make: "Mit diesem Zugang anlegen",
      another: "Mit einem neuen Zugang",
      already: "Mit diesem Zugang gehören Sie schon dazu. Der Link bleibt für jemand anderen gültig.",
      bad: "Dieser Link wurde schon benutzt, zurückgezogen oder ist älter als eine Woche. Bitten Sie um einen neuen.",
      badOwner: "Wer den Server betreibt, bekommt mit „slotline owner link“ einen neuen.",
      done: "Ihr Passwort ist gesetzt. Melden Sie sich damit an.",
      mailForm: "Bitte eine E-Mail-Adresse wie name@beispiel.de",
      tooShort: "Das Passwort braucht mindestens 10 Zeichen.",
    },
  },
  {
    title: "Log in",
    email: "E-mail",
    password: "Password",
    submit: "Log in",
    provider: "Log in with your organisation",
    nobody: {
      title: "Nobody can log in here yet",
      about:
        "A link makes the first login. It stands where the server was started; “slotline owner link” makes a new one at any time.",
    },
    notThrough: {
      unknown:
        "Nobody here has the e-mail address of this account of your organisation. Ask for an invitation.",
      unverified:
        "Your organisation’s login does not say that this e-mail address is really yours. Log in with your password.",
      cancelled: "Logging in with your organisation was cancelled.",
      unreachable:
        "Your organisation’s login cannot be reached at the moment. Try again later, or log in with your password.",
      failed: "Logging in with your organisation did not work. Please try again.",
    },
    wrong: "The e-mail or the password is wrong.",
    tooOften: "Too many attempts. Please wait a minute.",
    unreachable: "The server cannot be reached.",
    forgotten:
      "Forgotten your password or lost your phone? Whoever runs the business can send you a link, under “People”.",
    code: "Code from your app",
    codeHint: "Six digits, or one of your emergency codes.",
    wrongCode: "The code is wrong.",
    invitation: {
      title: "Welcome to {{name}}",
      newTitle: "Set up your business",
      resetTitle: "A new password",
      about: "Choose what you log in with. The link works this once only.",
      name: "Your name",
      business: "Name of the business",
      passwordHint: "At least 10 characters. A sentence is easier to remember than a word.",
      submit: "Let’s go",
      taken: "There is a login with this e-mail already. Log in with it, and the link is for that one.",
      known: "I have a login already",
      loggedIn: "You are logged in as {{email}}.",
      join: "Join with this login",
      make: "Set it up with this login",
      another: "With a new login",
      already: "With this login you belong to it already. The link still works for somebody else.",
      bad: "This link was used before, was withdrawn, or is older than a week. Ask for a new one.",
      badOwner: "Whoever runs the server gets a new one with “slotline owner link”.",
      done: "Your password is set. Log in with it.",
      mailForm: "Please enter an e-mail address such as name@example.org",
      tooShort: "The password needs at least 10 characters.",
    },
  },
);
