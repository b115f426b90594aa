/** re.Match (CPython Modules/_sre/sre.c). */
import { NONE, typeOf } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { toSsize } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { reprText } from "../../objects/kernel/protocol.ts";
import { indexError } from "../../objects/kernel/raise.ts";
import { CLASS_GETITEM } from "../../objects/types/class-getitem.ts";
import { MATCH, type PyMatch } from "./pattern-object.ts";
import { compileTemplate, expandTemplate } from "./template.ts";

/** The number of a group given by number or name. */
function groupNumber(self: PyMatch, key: Value): number {
  let number = -1;
  if (typeOf(key).slots.__index__ !== undefined) number = toSsize(key, undefined);
  else {
    const found = self.re.groupIndex === undefined ? new PyDict().get(key) : self.re.groupIndex.get(key);
    if (typeof found === "number") number = found;
  }
  if (number < 0 || number >= self.groupCount) throw indexError("no such group");
  return number;
}

function groupOf(self: PyMatch, key: Value, otherwise: Value = NONE): Value {
  return self.group(groupNumber(self, key), otherwise);
}

function group(self: PyMatch, keys: Value[]): Value {
  if (keys.length === 0) return self.group(0, NONE);
  if (keys.length === 1) return groupOf(self, keys[0]);
  return tuple(keys.map((key) => groupOf(self, key)));
}

function groups(self: PyMatch, otherwise: Value): Value {
  const items: Value[] = [];
  for (let i = 1; i < self.groupCount; i++) items.push(self.group(i, otherwise));
  return tuple(items);
}

function groupDict(self: PyMatch, otherwise: Value): Value {
  const result = new PyDict();
  for (const name of self.re.groupIndex?.keyArray() ?? []) result.set(name, groupOf(self, name, otherwise));
  return result;
}

const spanOf = (self: PyMatch, index: number): Value => tuple([self.marks[2 * index], self.marks[2 * index + 1]]);

function registers(self: PyMatch): Value {
  if (self.regs === undefined) {
    const spans: Value[] = [];
    for (let i = 0; i < self.groupCount; i++) spans.push(spanOf(self, i));
    self.regs = tuple(spans);
  }
  return self.regs;
}

function lastGroup(self: PyMatch): Value {
  const names = self.re.indexGroup;
  return names === undefined || self.lastIndex < 0 ? NONE : (names.items[self.lastIndex] ?? NONE);
}

/** The first `length` characters, as `%.50R` shows them. */
export function clipped(text: string, length: number): string {
  if (text.length <= length) return text;
  return Array.from(text).slice(0, length).join("");
}

function repr(self: PyMatch): Value {
  const text = clipped(reprText(self.group(0, NONE)), 50);
  return strFromJs(`<re.Match object; span=(${self.marks[0]}, ${self.marks[1]}), match=${text}>`);
}

completeType<PyMatch>(MATCH, {
  module: "re",
  doc: "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
  traits: { noConstructor: true, subscriptOnly: true },
  slots: { __repr__: repr, __getitem__: (self, key) => groupOf(self, key) },
  methods: {
    group: [
      "~($self, *args)",
      "group([group1, ...]) -> str or tuple.\n    Return subgroup(s) of the match by indices or names.\n    For 0 returns the entire match.",
      group,
    ],
    start: [
      "($self, group=0, /)",
      "Return index of the start of the substring matched by group.",
      (self: PyMatch, key: Value) => self.marks[2 * groupNumber(self, key)],
    ],
    end: [
      "($self, group=0, /)",
      "Return index of the end of the substring matched by group.",
      (self: PyMatch, key: Value) => self.marks[2 * groupNumber(self, key) + 1],
    ],
    span: [
      "($self, group=0, /)",
      "For match object m, return the 2-tuple (m.start(group), m.end(group)).",
      (self: PyMatch, key: Value) => spanOf(self, groupNumber(self, key)),
    ],
    groups: [
      "($self, /, default=None)",
      "Return a tuple containing all the subgroups of the match, from 1.\n\n  default\n    Is used for groups that did not participate in the match.",
      groups,
    ],
    groupdict: [
      "($self, /, default=None)",
      "Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.\n\n  default\n    Is used for groups that did not participate in the match.",
      groupDict,
    ],
    expand: [
      "($self, /, template)",
      "Return the string obtained by doing backslash substitution on the string template, as done by the sub() method.",
      (self: PyMatch, template: Value) => expandTemplate(compileTemplate(self.re, template), self),
    ],
    __copy__: ["($self, /)", undefined, (self: PyMatch) => self],
    __deepcopy__: ["($self, memo, /)", undefined, (self: PyMatch) => self],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  members: {
    string: [(self) => self.subject.value, undefined, "The string passed to match() or search()."],
    re: [(self) => self.re, undefined, "The regular expression object."],
    pos: [
      (self) => self.pos,
      undefined,
      "The index into the string at which the RE engine started looking for a match.",
    ],
    endpos: [(self) => self.endpos, undefined, "The index into the string beyond which the RE engine will not go."],
  },
  getset: {
    lastindex: [
      (self) => (self.lastIndex < 0 ? NONE : self.lastIndex),
      undefined,
      "The integer index of the last matched capturing group.",
    ],
    lastgroup: [lastGroup, undefined, "The name of the last matched capturing group."],
    regs: [registers],
  },
});
