/**
 * _locale (CPython Modules/_localemodule.c) on a system whose only locales are C and C.UTF-8.
 *
 * A locale that the environment names but that is not there is taken for C.UTF-8, so that
 * `setlocale(LC_ALL, "")` does what programs expect of it.
 */
import { host } from "../host/current.ts";
import { NONE, typeName } from "../objects/kernel/core-types.ts";
import type { MethodRow } from "../objects/kernel/define.ts";
import { PyDict } from "../objects/kernel/dict.ts";
import { defineModule, makeFunction } from "../objects/kernel/module.ts";
import type { Value } from "../objects/kernel/object.ts";
import { PyList, strFromJs, textOf } from "../objects/kernel/payload.ts";
import { newException, PyError, typeError, valueError } from "../objects/kernel/raise.ts";
import { intArgument } from "../objects/types/arguments.ts";
import { newExceptionType } from "../objects/types/exceptions/new-exception.ts";
import { compareTexts, textArgument, textToJs } from "../objects/types/text.ts";

const LOCALE_ERROR = newExceptionType("locale.Error");

const localeError = (message: string): PyError => new PyError(newException(LOCALE_ERROR, message));

/** glibc's categories in order; the sixth, "all of them", is no category itself. */
const CATEGORIES = [
  "LC_CTYPE",
  "LC_NUMERIC",
  "LC_TIME",
  "LC_COLLATE",
  "LC_MONETARY",
  "LC_MESSAGES",
  "LC_ALL",
  "LC_PAPER",
  "LC_NAME",
  "LC_ADDRESS",
  "LC_TELEPHONE",
  "LC_MEASUREMENT",
  "LC_IDENTIFICATION",
];
const LC_ALL = 6;

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** [name, number, text in the C locale] of what nl_langinfo knows. */
const LANGUAGE_INFO: readonly (readonly [string, number, string])[] = [
  ...DAYS.map((day, i) => [`DAY_${i + 1}`, 131079 + i, day] as const),
  ...DAYS.map((day, i) => [`ABDAY_${i + 1}`, 131072 + i, day.slice(0, 3)] as const),
  ...MONTHS.map((month, i) => [`MON_${i + 1}`, 131098 + i, month] as const),
  ...MONTHS.map((month, i) => [`ABMON_${i + 1}`, 131086 + i, month.slice(0, 3)] as const),
  ["RADIXCHAR", 65536, "."],
  ["THOUSEP", 65537, ""],
  ["CRNCYSTR", 262159, "-"],
  ["D_FMT", 131113, "%m/%d/%y"],
  ["D_T_FMT", 131112, "%a %b %e %H:%M:%S %Y"],
  ["T_FMT", 131114, "%H:%M:%S"],
  ["T_FMT_AMPM", 131115, "%I:%M:%S %p"],
  ["AM_STR", 131110, "AM"],
  ["PM_STR", 131111, "PM"],
  ["CODESET", 14, "UTF-8"],
  ["ERA", 131116, ""],
  ["ERA_D_FMT", 131118, ""],
  ["ERA_D_T_FMT", 131120, ""],
  ["ERA_T_FMT", 131121, ""],
  ["ALT_DIGITS", 131119, ""],
  ["YESEXPR", 327680, "^[yY]"],
  ["NOEXPR", 327681, "^[nN]"],
  ["_DATE_FMT", 131180, "%a %b %e %H:%M:%S %Z %Y"],
];

const CHAR_MAX = 127;

function localeConventions(): Value {
  const dict = new PyDict();
  const number = (name: string): void => dict.set(name, CHAR_MAX);
  const text = (name: string): void => dict.set(name, "");
  for (const name of ["int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep"]) text(name);
  dict.set("mon_grouping", new PyList([]));
  text("positive_sign");
  text("negative_sign");
  for (const name of ["int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space"]) number(name);
  for (const name of ["n_cs_precedes", "n_sep_by_space", "p_sign_posn", "n_sign_posn"]) number(name);
  dict.set("decimal_point", ".");
  text("thousands_sep");
  dict.set("grouping", new PyList([]));
  return dict;
}

/** A str argument without "\0". */
function nameArgument(value: Value, functionName: string, argument: string): string {
  const name = textToJs(textArgument(value, functionName, argument));
  if (name.includes("\0")) throw valueError("embedded null character");
  return name;
}

function optionalName(value: Value, functionName: string, argument: string): string | undefined {
  if (value === NONE) return undefined;
  if (textOf(value) === undefined) {
    throw typeError(`${functionName}() ${argument} must be str or None, not ${typeName(value)}`);
  }
  return nameArgument(value, functionName, argument);
}

/** What belongs to one module object: the locale of each category, and gettext's domains. */
class LocaleState {
  private readonly locales: string[] = CATEGORIES.map((_, i) => (i === 0 ? "C.UTF-8" : "C"));
  private domain = "messages";
  private readonly folders = new Map<string, string>();
  private readonly codesets = new Map<string, string>();

  private query(category: number): string {
    if (category !== LC_ALL) return this.locales[category];
    const names = this.locales.filter((_, i) => i !== LC_ALL);
    if (names.every((name) => name === names[0])) return names[0];
    return CATEGORIES.flatMap((name, i) => (i === LC_ALL ? [] : [`${name}=${this.locales[i]}`])).join(";");
  }

  private fromEnvironment(category: number): string {
    const { environment } = host().process;
    const named = ["LC_ALL", CATEGORIES[category], "LANG"].map((name) => environment.get(name)).find((name) => name);
    if (named === undefined) return category === 0 ? "C.UTF-8" : "C";
    return canonical(named) ?? "C.UTF-8";
  }

  setLocale(categoryArgument: Value, localeArgument: Value | undefined): Value {
    const category = intArgument(categoryArgument);
    const locale = optionalName(localeArgument ?? NONE, "setlocale", "argument 2");
    const known = category >= 0 && category < CATEGORIES.length;
    if (locale === undefined) {
      if (!known) throw localeError("locale query failed");
      return this.query(category);
    }
    const categories = category === LC_ALL ? CATEGORIES.map((_, i) => i).filter((i) => i !== LC_ALL) : [category];
    const names = known ? this.namesFor(locale, categories) : undefined;
    if (names === undefined) throw localeError("unsupported locale setting");
    categories.forEach((each, i) => {
      this.locales[each] = names[i];
    });
    return this.query(category);
  }

  /** The names that a request means for these categories; undefined if there is no such locale. */
  private namesFor(locale: string, categories: readonly number[]): string[] | undefined {
    if (locale === "") return categories.map((category) => this.fromEnvironment(category));
    if (locale.includes("=")) return compositeNames(locale, categories);
    const name = canonical(locale);
    return name === undefined ? undefined : categories.map(() => name);
  }

  textDomain(value: Value): Value {
    const domain = optionalName(value, "textdomain", "argument");
    if (domain !== undefined) this.domain = domain === "" ? "messages" : domain;
    return strFromJs(this.domain);
  }

  bindTextDomain(domainArgument: Value, folderArgument: Value): Value {
    const domain = nameArgument(domainArgument, "bindtextdomain", "argument 1");
    if (domain === "") throw localeError("domain must be a non-empty string");
    const folder = optionalName(folderArgument, "bindtextdomain", "argument 2");
    if (folder !== undefined) this.folders.set(domain, folder);
    return strFromJs(this.folders.get(domain) ?? "/usr/share/locale");
  }

  bindCodeset(domainArgument: Value, codesetArgument: Value): Value {
    const domain = nameArgument(domainArgument, "bind_textdomain_codeset", "argument 1");
    const codeset = optionalName(codesetArgument, "bind_textdomain_codeset", "argument 2");
    if (codeset !== undefined) this.codesets.set(domain, codeset);
    const known = this.codesets.get(domain);
    return known === undefined ? NONE : strFromJs(known);
  }
}

/** The name of a locale that there is, as setlocale returns it. */
function canonical(locale: string): string | undefined {
  if (locale === "C" || locale === "POSIX") return "C";
  return /^C\.utf-?8$/i.test(locale) ? locale : undefined;
}

/** "LC_CTYPE=C.UTF-8;LC_NUMERIC=C;...", what a query of LC_ALL returns. */
function compositeNames(locale: string, categories: readonly number[]): string[] | undefined {
  const parts = new Map(locale.split(";").map((part) => part.split("=") as [string, string]));
  const names = categories.map((category) => canonical(parts.get(CATEGORIES[category]) ?? "?"));
  return names.every((name) => name !== undefined) ? (names as string[]) : undefined;
}

function languageInfo(key: Value): Value {
  const number = intArgument(key);
  const found = LANGUAGE_INFO.find(([, each]) => each === number);
  if (found === undefined) throw valueError("unsupported langinfo constant");
  return found[2];
}

function collate(first: Value, second: Value): Value {
  const left = nameArgument(first, "strcoll", "argument 1");
  const right = nameArgument(second, "strcoll", "argument 2");
  return Math.sign(compareTexts(textOf(strFromJs(left)) ?? "", textOf(strFromJs(right)) ?? ""));
}

/** There are no catalogs: each message is its own translation. */
const message = (value: Value, functionName: string, argument: string): Value =>
  strFromJs(nameArgument(value, functionName, argument));

const functions: Record<string, MethodRow> = {
  localeconv: ["($module, /)", "Returns numeric and monetary locale-specific parameters.", localeConventions],
  strcoll: ["($module, os1, os2, /)", "Compares two strings according to the locale.", collate],
  strxfrm: [
    "($module, string, /)",
    "Return a string that can be used as a key for locale-aware comparisons.",
    (string: Value) => strFromJs(nameArgument(string, "strxfrm", "argument")),
  ],
  nl_langinfo: ["($module, key, /)", "Return the value for the locale information associated with key.", languageInfo],
  gettext: [
    "($module, msg, /)",
    "gettext(msg) -> string\n\nReturn translation of msg.",
    (msg: Value) => message(msg, "gettext", "argument"),
  ],
  dgettext: [
    "($module, domain, msg, /)",
    "dgettext(domain, msg) -> string\n\nReturn translation of msg in domain.",
    (domain: Value, msg: Value) => {
      optionalName(domain, "dgettext", "argument 1");
      return message(msg, "dgettext", "argument 2");
    },
  ],
  dcgettext: [
    "($module, domain, msg, category, /)",
    "Return translation of msg in domain and category.",
    (domain: Value, msg: Value, category: Value) => {
      optionalName(domain, "dcgettext", "argument 1");
      const text = message(msg, "dcgettext", "argument 2");
      intArgument(category);
      return text;
    },
  ],
  getencoding: ["($module, /)", "Get the current locale encoding.", () => "UTF-8"],
};

function stateFunctions(state: LocaleState): Record<string, MethodRow> {
  return {
    setlocale: [
      "($module, category, locale=<unrepresentable>, /)",
      "Activates/queries locale processing.",
      (category: Value, locale: Value | undefined) => state.setLocale(category, locale),
    ],
    textdomain: [
      "($module, domain, /)",
      "Set the C library's textdmain to domain, returning the new domain.",
      (domain: Value) => state.textDomain(domain),
    ],
    bindtextdomain: [
      "($module, domain, dir, /)",
      "Bind the C library's domain to dir.",
      (domain: Value, folder: Value) => state.bindTextDomain(domain, folder),
    ],
    bind_textdomain_codeset: [
      "($module, domain, codeset, /)",
      "Bind the C library's domain to codeset.",
      (domain: Value, codeset: Value) => state.bindCodeset(domain, codeset),
    ],
  };
}

export default defineModule("_locale", {
  doc: "Support for POSIX locales.",
  constants: {
    ...Object.fromEntries(CATEGORIES.slice(0, LC_ALL + 1).map((name, i) => [name, i])),
    ...Object.fromEntries(LANGUAGE_INFO.map(([name, number]) => [name, number])),
    CHAR_MAX,
  },
  functions,
  types: { Error: LOCALE_ERROR },
  setup: (module) => {
    for (const [name, row] of Object.entries(stateFunctions(new LocaleState()))) {
      module.dict.set(name, makeFunction("_locale", name, row, module));
    }
  },
});
