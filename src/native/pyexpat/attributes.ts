/** The attributes of a tag: values, defaults, namespaces (expat's xmlparse.c: storeAtts, addBinding). */
import { isUriCharacter } from "./characters.ts";
import type { AttributeId, Binding, ElementType, Prefix } from "./dtd.ts";
import { fail } from "./errors.ts";
import { endOfName, isSpaceUnit, type Scan } from "./scan.ts";
import type { ParserState } from "./state.ts";
import { attributeValue } from "./values.ts";

export const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";

export interface StoredTag {
  readonly name: string;
  /** Names and values by turns. */
  readonly attributes: string[];
  /** How many entries of `attributes` stood in the tag. */
  readonly specified: number;
  readonly bindings: Binding | undefined;
}

interface RawAttribute {
  name: string;
  at: number;
  valueStart: number;
  valueEnd: number;
}

/** The attributes as they stand in a tag that the tokenizer has found good. */
function rawAttributes(scan: Scan, from: number, end: number): RawAttribute[] {
  const { text } = scan;
  const attributes: RawAttribute[] = [];
  let p = from;
  for (;;) {
    while (isSpaceUnit(text.charCodeAt(p))) p++;
    if (p >= end || text[p] === ">" || text[p] === "/") return attributes;
    const at = p;
    while (text[p] !== "=" && !isSpaceUnit(text.charCodeAt(p))) p++;
    const name = text.slice(at, p);
    while (text[p] !== '"' && text[p] !== "'") p++;
    const valueStart = p + 1;
    const valueEnd = text.indexOf(text[p], valueStart);
    attributes.push({ name, at, valueStart, valueEnd });
    p = valueEnd + 1;
  }
}

/** The name in a start or empty tag at `at`. */
export function tagName(scan: Scan, at: number): string {
  let p = endOfName(scan, at + 1);
  while (scan.text[p] === ":") p = endOfName(scan, p + 1);
  return scan.text.slice(at + 1, p);
}

class AttributeList {
  readonly items: string[] = [];
  /** Those whose prefix is still to be replaced: place of the name, and what it is. */
  readonly prefixed: [number, AttributeId][] = [];
  readonly seen = new Set<AttributeId>();
  bindings: Binding | undefined = undefined;

  constructor(private readonly state: ParserState) {}

  add(id: AttributeId, value: string): void {
    this.seen.add(id);
    if (id.prefix !== undefined && id.isXmlns) {
      this.bindings = addBinding(this.state, id.prefix, true, value, this.bindings);
      return;
    }
    if (id.prefix !== undefined) this.prefixed.push([this.items.length, id]);
    this.items.push(id.name, value);
  }
}

/** Read the attributes of the tag at text[at:end], in which `name` stands. */
export function storeAttributes(state: ParserState, scan: Scan, at: number, end: number, name: string): StoredTag {
  const { dtd } = state;
  const type = dtd.elementType(name);
  const list = new AttributeList(state);
  for (const raw of rawAttributes(scan, at + 1 + name.length, end)) {
    const id = dtd.attributeId(raw.name);
    if (list.seen.has(id)) {
      state.setEvent(scan, raw.at);
      fail("DUPLICATE_ATTRIBUTE");
    }
    list.add(id, rawValue(state, scan, type, id, raw));
  }
  const specified = list.items.length;
  for (const each of type.defaults.values()) {
    if (each.value !== undefined && !list.seen.has(each.id)) list.add(each.id, each.value);
  }
  expandPrefixes(state, list);
  return { name: expandedName(state, type), attributes: list.items, specified, bindings: list.bindings };
}

function rawValue(state: ParserState, scan: Scan, type: ElementType, id: AttributeId, raw: RawAttribute): string {
  const isCdata = !id.maybeTokenized || (type.defaults.get(id)?.isCdata ?? true);
  const text = scan.text.slice(raw.valueStart, raw.valueEnd);
  if (!(isCdata ? /[&\t\r\n]/ : /[&\t\r\n ]/).test(text)) return text;
  return attributeValue(state, scan, raw.valueStart, raw.valueEnd, isCdata, false, "none");
}

function expandPrefixes(state: ParserState, list: AttributeList): void {
  const names = new Set<string>();
  for (const [place, id] of list.prefixed) {
    const { prefix } = id;
    const binding = prefix?.binding;
    if (prefix?.name === undefined || binding === undefined) fail("UNBOUND_PREFIX");
    const local = id.name.slice(prefix.name.length + 1);
    if (names.has(binding.uri + local)) fail("DUPLICATE_ATTRIBUTE");
    names.add(binding.uri + local);
    list.items[place] = withPrefix(state, binding, local);
  }
}

function withPrefix(state: ParserState, binding: Binding, local: string): string {
  const { name } = binding.prefix;
  const { separator } = state;
  const suffix = state.reportPrefixes && name !== undefined && separator ? separator + name : "";
  return binding.uri + local + suffix;
}

function expandedName(state: ParserState, type: ElementType): string {
  if (!state.namespaces) return type.name;
  const { prefix, name } = type;
  if (prefix === undefined) {
    const { binding } = state.dtd.defaultPrefix;
    return binding === undefined ? name : withPrefix(state, binding, name);
  }
  if (prefix.binding === undefined) fail("UNBOUND_PREFIX");
  return withPrefix(state, prefix.binding, name.slice(name.indexOf(":") + 1));
}

/** Bind a prefix; the new chain of what the tag has bound. */
export function addBinding(
  state: ParserState,
  prefix: Prefix,
  /** False for what a parser of an entity takes over. */
  announce: boolean,
  uri: string,
  previous: Binding | undefined,
): Binding {
  const { separator } = state;
  if (uri === "" && prefix.name !== undefined) fail("UNDECLARING_PREFIX");
  if (prefix.name === "xmlns") fail("RESERVED_PREFIX_XMLNS");
  if (separator !== undefined && separator !== "" && uri.includes(separator)) {
    if (!isUriCharacter(separator.charCodeAt(0))) fail("SYNTAX");
  }
  const mustBeXml = prefix.name === "xml";
  if (mustBeXml !== (uri === XML_NAMESPACE)) fail(mustBeXml ? "RESERVED_PREFIX_XML" : "RESERVED_NAMESPACE_URI");
  if (uri === XMLNS_NAMESPACE) fail("RESERVED_NAMESPACE_URI");
  const binding: Binding = { prefix, uri: uri + (separator ?? ""), previous, outer: prefix.binding };
  prefix.binding = uri === "" && prefix.name === undefined ? undefined : binding;
  if (announce) state.handlers.startNamespace?.(prefix.name, prefix.binding === undefined ? undefined : uri);
  return binding;
}

/** Undo what a tag has bound, last first. */
export function endBindings(state: ParserState, bindings: Binding): void {
  for (let each: Binding | undefined = bindings; each !== undefined; each = each.previous) {
    state.handlers.endNamespace?.(each.prefix.name);
    each.prefix.binding = each.outer;
  }
}
