/** The content of elements (expat's xmlparse.c: doContent, doCdataSection). */
import { endBindings, storeAttributes, tagName } from "./attributes.ts";
import { cdataToken, contentToken } from "./content-tokens.ts";
import type { Binding, Entity } from "./dtd.ts";
import { fail } from "./errors.ts";
import { utf8Length } from "./input.ts";
import { endOfName, PREDEFINED_ENTITIES, referencedCharacter, Scan, skipSpace } from "./scan.ts";
import type { Account, ParserState } from "./state.ts";

/** Text that had to be converted is told in pieces of so many bytes of UTF-8. */
const CONVERSION_BUFFER = 1024;

export class Content {
  /** Has the document's element ended? */
  rootClosed = false;
  private inCdata = false;

  constructor(private readonly state: ParserState) {}

  /** Read content from `from`; up to where. `startLevel` elements are open where the text begins. */
  run(scan: Scan, from: number, startLevel: number, haveMore: boolean, account: Account): number {
    const { state } = this;
    let at = from;
    while (!this.rootClosed) {
      if (this.inCdata) {
        at = this.cdata(scan, at, haveMore, account);
        if (this.inCdata) return at;
      }
      state.setEvent(scan, at);
      const kind = contentToken(scan, at);
      const { next } = scan;
      switch (kind) {
        case "invalid":
          state.setEvent(scan, next);
          return fail("INVALID_TOKEN");
        case "none":
        case "partial":
        case "partialCharacter":
          if (haveMore) return at;
          if (kind === "partial") return fail("UNCLOSED_TOKEN");
          if (kind === "partialCharacter") return fail("PARTIAL_CHAR");
          this.checkEnd(startLevel);
          return at;
        case "trailingReturn":
        case "trailingBrackets":
          if (haveMore) return at;
          state.account(scan, at, scan.end, account);
          this.text(scan, at, scan.end, kind === "trailingReturn" ? "\n" : undefined);
          if (kind === "trailingBrackets") state.setEvent(scan, scan.end);
          this.checkEnd(startLevel);
          return scan.end;
      }
      state.account(scan, at, next, account);
      switch (kind) {
        case "text":
          this.text(scan, at, next, undefined);
          break;
        case "newline":
          this.text(scan, at, next, "\n");
          break;
        case "startTag":
          this.startTag(scan, at, next);
          break;
        case "emptyTag":
          this.emptyTag(scan, at, next);
          break;
        case "endTag":
          if (state.tagLevel === startLevel) fail("ASYNC_ENTITY");
          this.endTag(scan, at, next);
          break;
        case "entity":
          this.reference(scan, at, next);
          break;
        case "characterReference":
          this.characterReference(scan, at, next);
          break;
        case "xmlDeclaration":
          return fail("MISPLACED_XML_PI");
        case "cdataOpen":
          if (state.handlers.startCdata !== undefined) state.handlers.startCdata();
          else state.reportDefault(scan, at, next);
          this.inCdata = true;
          break;
        case "instruction":
          this.instruction(scan, at, next);
          break;
        case "comment":
          this.comment(scan, at, next);
      }
      at = next;
    }
    return at;
  }

  /** The text is at its end: is what it opened closed? */
  private checkEnd(startLevel: number): void {
    if (startLevel === 0) fail("NO_ELEMENTS");
    if (this.state.tagLevel !== startLevel) fail("ASYNC_ENTITY");
  }

  private cdata(scan: Scan, from: number, haveMore: boolean, account: Account): number {
    const { state } = this;
    for (let at = from; ; at = scan.next) {
      state.setEvent(scan, at);
      const kind = cdataToken(scan, at);
      const { next } = scan;
      switch (kind) {
        case "invalid":
          state.setEvent(scan, next);
          return fail("INVALID_TOKEN");
        case "none":
        case "partial":
          if (haveMore) return at;
          return fail("UNCLOSED_CDATA_SECTION");
        case "partialCharacter":
          if (haveMore) return at;
          return fail("PARTIAL_CHAR");
        case "cdataClose":
          state.account(scan, at, next, account);
          if (state.handlers.endCdata !== undefined) state.handlers.endCdata();
          else state.reportDefault(scan, at, next);
          this.inCdata = false;
          return next;
      }
      state.account(scan, at, next, account);
      this.text(scan, at, next, kind === "newline" ? "\n" : undefined);
      scan.next = next;
    }
  }

  /** Tell of text: that at [at:next], or another that it stands for. */
  private text(scan: Scan, at: number, next: number, meaning: string | undefined): void {
    const { state } = this;
    const { characterData } = state.handlers;
    if (characterData === undefined) return state.reportDefault(scan, at, next);
    if (meaning !== undefined) return characterData(meaning);
    const plain = scan !== state.input || state.input.encoding === "utf-8";
    if (plain || (next - at) * 3 <= CONVERSION_BUFFER) return characterData(scan.text.slice(at, next));
    for (let p = at; p < next; ) {
      const end = endOfPiece(scan.text, p, next);
      state.setEvent(scan, p);
      state.handlers.characterData?.(scan.text.slice(p, end));
      p = end;
    }
  }

  private startTag(scan: Scan, at: number, next: number): void {
    const { state } = this;
    const rawName = tagName(scan, at);
    state.tagLevel++;
    const stored = storeAttributes(state, scan, at, next, rawName);
    state.tags.push({ rawName, name: stored.name, bindings: stored.bindings });
    if (state.handlers.startElement === undefined) state.reportDefault(scan, at, next);
    else state.handlers.startElement(stored.name, stored.attributes, stored.specified);
  }

  private emptyTag(scan: Scan, at: number, next: number): void {
    const { state } = this;
    const stored = storeAttributes(state, scan, at, next, tagName(scan, at));
    const { startElement, endElement } = state.handlers;
    startElement?.(stored.name, stored.attributes, stored.specified);
    if (state.handlers.endElement !== undefined) {
      if (startElement !== undefined) state.setEvent(scan, next);
      state.handlers.endElement(stored.name);
    }
    if (startElement === undefined && endElement === undefined) state.reportDefault(scan, at, next);
    this.unbind(stored.bindings);
    if (state.tagLevel === 0) this.rootClosed = true;
  }

  private unbind(bindings: Binding | undefined): void {
    if (bindings !== undefined) endBindings(this.state, bindings);
  }

  private endTag(scan: Scan, at: number, next: number): void {
    const { state } = this;
    const nameAt = at + 2;
    const tag = state.tags[state.tags.length - 1];
    let end = endOfName(scan, nameAt);
    while (scan.text[end] === ":") end = endOfName(scan, end + 1);
    if (tag.rawName !== scan.text.slice(nameAt, end)) {
      state.setEvent(scan, nameAt);
      fail("TAG_MISMATCH");
    }
    state.tags.pop();
    state.tagLevel--;
    if (state.handlers.endElement === undefined) state.reportDefault(scan, at, next);
    else state.handlers.endElement(tag.name);
    this.unbind(tag.bindings);
    if (state.tagLevel === 0) this.rootClosed = true;
  }

  private characterReference(scan: Scan, at: number, next: number): void {
    const code = referencedCharacter(scan.text.slice(at, next));
    if (code === undefined) fail("BAD_CHAR_REF");
    this.text(scan, at, next, String.fromCodePoint(code));
  }

  private reference(scan: Scan, at: number, next: number): void {
    const { state } = this;
    const { handlers, dtd } = state;
    const name = scan.text.slice(at + 1, next - 1);
    const predefined = PREDEFINED_ENTITIES.get(name);
    if (predefined !== undefined) {
      state.amplification.count(1, false);
      return this.text(scan, at, next, predefined);
    }
    const entity = dtd.generalEntities.get(name);
    if (!dtd.hasParamEntityRefs || dtd.standalone) {
      if (entity === undefined) fail("UNDEFINED_ENTITY");
      if (!entity.isInternal) fail("ENTITY_DECLARED_IN_PE");
    } else if (entity === undefined) return this.skip(scan, at, next, name);
    if (entity.open) fail("RECURSIVE_ENTITY_REF");
    if (entity.notation !== undefined) fail("BINARY_ENTITY_REF");
    if (entity.text !== undefined) {
      if (state.expandInternalEntities) this.expand(entity, entity.text);
      else this.skip(scan, at, next, name);
    } else if (handlers.externalEntity !== undefined) this.externalEntity(entity);
    else state.reportDefault(scan, at, next);
  }

  private skip(scan: Scan, at: number, next: number, name: string): void {
    const { handlers } = this.state;
    if (handlers.skippedEntity !== undefined) handlers.skippedEntity(name, false);
    else this.state.reportDefault(scan, at, next);
  }

  private expand(entity: Entity, text: string): void {
    const { state } = this;
    const scan = new Scan(text, text.length, state.namespaces);
    entity.open = true;
    state.openInternalEntities++;
    this.run(scan, 0, state.tagLevel, false, "expansion");
    state.openInternalEntities--;
    entity.open = false;
  }

  private externalEntity(entity: Entity): void {
    const { state } = this;
    entity.open = true;
    const context = contextOf(state);
    entity.open = false;
    const told = state.handlers.externalEntity?.(context, entity.base, entity.systemId, entity.publicId);
    if (told === false) fail("EXTERNAL_ENTITY_HANDLING");
  }

  /** `<?target data?>` at text[at:next]. */
  instruction(scan: Scan, at: number, next: number): void {
    const { state } = this;
    if (state.handlers.instruction === undefined) return state.reportDefault(scan, at, next);
    const start = at + "<?".length;
    const end = endOfName(scan, start);
    const data = scan.text.slice(skipSpace(scan.text, end, next), next - "?>".length);
    state.handlers.instruction(scan.text.slice(start, end), normalizeLines(data));
  }

  /** `<!--data-->` at text[at:next]. */
  comment(scan: Scan, at: number, next: number): void {
    const { state } = this;
    if (state.handlers.comment === undefined) return state.reportDefault(scan, at, next);
    state.handlers.comment(normalizeLines(scan.text.slice(at + "<!--".length, next - "-->".length)));
  }
}

const normalizeLines = (text: string): string => text.replace(/\r\n?/g, "\n");

/** Where the text from `at` has filled the buffer. */
function endOfPiece(text: string, at: number, end: number): number {
  let size = 0;
  let p = at;
  while (p < end) {
    const width = (text.codePointAt(p) as number) > 0xffff ? 2 : 1;
    size += utf8Length(text, p, p + width);
    if (size > CONVERSION_BUFFER) return p;
    p += width;
  }
  return end;
}

/** The bound prefixes and open entities, for the parser of an external entity. */
function contextOf(state: ParserState): string {
  const { dtd, separator } = state;
  const parts: string[] = [];
  const bare = (uri: string): string => uri.slice(0, uri.length - (separator ?? "").length);
  const outermost = dtd.defaultPrefix.binding;
  if (outermost !== undefined) parts.push(`=${bare(outermost.uri)}`);
  for (const { name, binding } of dtd.prefixes.values()) {
    if (binding !== undefined) parts.push(`${name}=${bare(binding.uri)}`);
  }
  for (const entity of dtd.generalEntities.values()) if (entity.open) parts.push(entity.name);
  return parts.join("\f");
}
