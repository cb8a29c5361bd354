import i18next from "i18next";
import { useMemo } from "react";
import { initReactI18next, useTranslation } from "react-i18next";
import type { Language } from "./language.ts";

/** The same names on every level, with a text in the place of each text. */
export type Shape<T> = { readonly [name in keyof T]: T[name] extends string ? string : Shape<T[name]> };

export interface Texts<T> {
  readonly namespace: string;
  readonly de: T;
}

const LANGUAGE_KEPT_AS = "slotline.language";

export type { Language };

/** As chosen before, else the browser's if it is one of ours, else German. */
function firstLanguage(): Language {
  const kept = localStorage.getItem(LANGUAGE_KEPT_AS);
  if (kept === "de" || kept === "en") return kept;
  return navigator.language.toLowerCase().startsWith("en") ? "en" : "de";
}

await i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: "de",
  resources: {},
  interpolation: { escapeValue: false },
});
document.documentElement.lang = i18next.language;

/** A page's own words in both languages. */
export function texts<const T extends object>(namespace: string, de: T, en: Shape<T>): Texts<T> {
  i18next.addResourceBundle("de", namespace, de);
  i18next.addResourceBundle("en", namespace, en);
  return { namespace, de };
}

type Leaf<T> = {
  [name in keyof T & string]: T[name] extends string ? PluralBase<name> : `${name}.${Leaf<T[name]>}`;
}[keyof T & string];
type PluralBase<Name extends string> = Name extends `${infer Base}_one` | `${infer Base}_other` ? Base : Name;

const words = new Map<string, Map<string, string>>();

/** The library takes a tenth of a millisecond to look a word up, and a page has hundreds: each is looked up once. */
function knownWords(language: string, namespace: string): Map<string, string> {
  const key = `${language} ${namespace}`;
  const known = words.get(key) ?? new Map<string, string>();
  words.set(key, known);
  return known;
}

/** The words of a page in the chosen language: `t("title")`, `t("errors.taken", { name })`. */
export function useTexts<T>({
  namespace,
}: Texts<T>): (name: Leaf<T>, values?: Readonly<Record<string, string | number>>) => string {
  const { t, i18n } = useTranslation(namespace);
  const { language } = i18n;
  // The same function until the language changes: effects and memos that speak would run with every drawing.
  return useMemo(() => {
    const known = knownWords(language, namespace);
    return (name, values) => {
      if (values !== undefined) return t(name as string, { ...values }) as string;
      const word = known.get(name) ?? (t(name as string) as string);
      known.set(name, word);
      return word;
    };
  }, [t, language, namespace]);
}

export function useLanguage(): Language {
  return useTranslation().i18n.language as Language;
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(LANGUAGE_KEPT_AS, language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}
