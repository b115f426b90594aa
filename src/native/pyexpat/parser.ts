/**
 * A parser of one document or external entity (expat's xmlparse.c: the processors).
 *
 * The document comes in pieces; a processor eats what it can of the text and says up to where. A handler that throws ends
 * the parse for good. Trap: the text of internal entities goes through the same code as the document's, one inside the
 * other.
 */
import { addBinding, XML_NAMESPACE } from "./attributes.ts";
import { Content } from "./content.ts";
import { contentToken, entityValueToken, ignoredToken } from "./content-tokens.ts";
import { declarationToken } from "./declaration-tokens.ts";
import type { Entity } from "./dtd.ts";
import { type ErrorName, errorNumber, fail, XmlFailure } from "./errors.ts";
import { Declarations, type Token } from "./grammar.ts";
import { builtinEncoding, type Encoding } from "./input.ts";
import { Scan, type TokenKind } from "./scan.ts";
import { type Account, ParserState } from "./state.ts";
import { storeEntityValue } from "./values.ts";
import { parseXmlDeclaration } from "./xml-declaration.ts";

type Processor = (at: number, haveMore: boolean) => number;

const BYTE_ORDER_MARK = 0xfeff;
/** Text that was read is forgotten when there is so much of it. */
const ENOUGH_TO_FORGET = 4096;

export const PARAM_ENTITIES_UNLESS_STANDALONE = 1;

export class XmlParser {
  readonly state: ParserState;
  readonly content: Content;
  private declarations: Declarations;
  private processor: Processor;
  /** How much of the text has been read. */
  private at = 0;
  private started = false;
  private running = false;
  private finished = false;
  errorCode = 0;
  deferReparsing = true;
  /** Bytes that the last attempt could make nothing of. */
  private partialBytes = 0;

  constructor(
    separator: string | undefined,
    private encodingName: string | undefined,
    parent?: XmlParser,
    context?: string,
  ) {
    const state = new ParserState(separator, parent?.state);
    this.state = state;
    this.content = new Content(state);
    if (parent !== undefined) this.inherit(parent, context);
    this.declarations = new Declarations(state, parent === undefined);
    this.processor =
      parent === undefined ? this.prolog : context === undefined ? this.parameterEntity : this.entityStart;
    if (separator !== undefined && parent === undefined) this.takeContext(`xml=${XML_NAMESPACE}`);
  }

  private inherit(parent: XmlParser, context: string | undefined): void {
    const { state } = this;
    const from = parent.state;
    state.paramEntityParsing = from.paramEntityParsing;
    state.reportPrefixes = from.reportPrefixes;
    state.expandInternalEntities = from.expandInternalEntities;
    state.amplification = from.amplification;
    state.declaredEntity = from.declaredEntity;
    this.deferReparsing = parent.deferReparsing;
    if (context === undefined) {
      state.dtd = from.dtd;
      state.isParameterEntity = true;
      state.inEntityValue = from.inEntityValue;
    } else {
      state.dtd = from.dtd.copy();
      this.takeContext(context);
    }
  }

  /** What an external entity sees of the place of its reference: the bound prefixes and the open entities. */
  private takeContext(context: string): void {
    const { dtd } = this.state;
    for (const part of context.split("\f")) {
      const equals = part.indexOf("=");
      if (equals < 0) {
        const entity = dtd.generalEntities.get(part);
        if (entity !== undefined) entity.open = true;
        continue;
      }
      const prefix = equals === 0 ? dtd.defaultPrefix : dtd.prefix(part.slice(0, equals));
      addBinding(this.state, prefix, false, part.slice(equals + 1), undefined);
    }
  }

  /** Begun and not at its end. */
  get isParsing(): boolean {
    return this.started && !this.finished;
  }

  /** False: there is an error, in `errorCode`. What a handler throws comes through, and ends the parse. */
  parse(chunk: Uint8Array, final: boolean): boolean {
    if (this.running) return this.failWith("UNEXPECTED_STATE");
    if (this.finished) return this.failWith("FINISHED");
    if (this.errorCode !== 0) return false;
    this.running = true;
    try {
      this.start();
      this.state.input.append(chunk, final);
      this.process(final);
      if (final) this.finished = true;
      return true;
    } catch (error) {
      if (error instanceof XmlFailure) return this.failWith(error.error);
      this.failWith("ABORTED");
      this.finished = true;
      this.state.setEvent(this.state.input, this.state.input.next);
      throw error;
    } finally {
      this.running = false;
    }
  }

  private failWith(error: ErrorName): boolean {
    this.errorCode = errorNumber(error);
    return false;
  }

  private start(): void {
    if (this.started) return;
    this.started = true;
    const { encodingName } = this;
    if (encodingName !== undefined) this.state.input.forced = this.encodingNamed(encodingName);
  }

  /** The document is UTF-8, whatever it says; too late once the parse has begun. */
  forceUtf8(): void {
    if (!this.started) this.encodingName = "utf-8";
  }

  private encodingNamed(name: string): Encoding {
    const known = builtinEncoding(name) ?? this.state.handlers.unknownEncoding?.(name);
    return known ?? fail("UNKNOWN_ENCODING");
  }

  private process(final: boolean): void {
    const { input } = this.state;
    const available = input.available - input.byteLength(0, this.at);
    if (this.deferReparsing && !final && available < 2 * this.partialBytes) return;
    if (input.encoding === undefined && !final) return;
    const before = this.at;
    this.at = this.processor(this.at, !final);
    this.partialBytes = this.at === before ? available : 0;
    this.forget();
  }

  private forget(): void {
    const { state } = this;
    const to = Math.min(this.at, state.event);
    if (to < ENOUGH_TO_FORGET || to * 2 < state.input.end) return;
    state.input.drop(to);
    this.at -= to;
    state.event -= to;
  }

  /** Where the current event is; between two chunks, where the text was read up to. */
  position(): { line: number; column: number } {
    const { event, input } = this.state;
    const settled = this.running || this.errorCode !== 0 || this.finished;
    return input.position(settled ? event : Math.max(event, this.at));
  }

  byteIndex(): number {
    const { hasEvent, event, input } = this.state;
    return hasEvent ? input.byteIndex(event) : -1;
  }

  inputContext(): Uint8Array {
    return this.state.input.bytesFrom(this.state.event);
  }

  // The prolog and what is declared in it.

  private readonly prolog: Processor = (at, haveMore) => this.declare(this.state.input, at, haveMore, true, "direct");

  /** `betweenDeclarations`: an entity whose text must be whole declarations. */
  private declare(scan: Scan, from: number, haveMore: boolean, betweenDeclarations: boolean, account: Account): number {
    const { state } = this;
    let at = from;
    for (;;) {
      state.setEvent(scan, at);
      const kind = this.declarationKind(scan, at);
      if (kind === "invalid") {
        state.setEvent(scan, scan.next);
        fail("INVALID_TOKEN");
      }
      const unready = kind === "none" || kind === "partial" || kind === "partialCharacter";
      if (haveMore && (unready || scan.tentative)) return at;
      if (unready) {
        this.endOfDeclarations(scan, kind, betweenDeclarations);
        return at;
      }
      const token: Token = { kind, scan, start: at, end: scan.next, account };
      const behind = this.feed(token, haveMore);
      if (behind !== undefined) return behind;
      at = token.end;
    }
  }

  private declarationKind(scan: Scan, at: number): TokenKind {
    scan.tentative = false;
    const isMark = scan === this.state.input && at === 0 && scan.text.charCodeAt(0) === BYTE_ORDER_MARK;
    return isMark && this.state.input.byteIndex(0) === 0 ? scan.token("byteOrderMark", 1) : declarationToken(scan, at);
  }

  private endOfDeclarations(scan: Scan, kind: TokenKind, betweenDeclarations: boolean): void {
    const { state } = this;
    if (kind === "partial") fail("UNCLOSED_TOKEN");
    if (kind === "partialCharacter") fail("PARTIAL_CHAR");
    const isEntity = scan !== state.input;
    if (isEntity && !betweenDeclarations) return;
    if (!state.isParameterEntity && !isEntity) fail("NO_ELEMENTS");
    if (!this.declarations.atTopLevel) fail("INCOMPLETE_PE");
  }

  /** Do what the grammar makes of a token; a place if another processor has gone on from there. */
  private feed(token: Token, haveMore: boolean): number | undefined {
    const { state } = this;
    const { scan, start, end } = token;
    const action = this.declarations.feed(token);
    if (action !== "instance" && action !== "xmlDeclaration" && action !== "textDeclaration") {
      state.account(scan, start, end, token.account);
    }
    let hidden = action === "quiet";
    switch (action) {
      case "xmlDeclaration":
      case "textDeclaration":
        this.xmlDeclaration(scan, start, end, action === "textDeclaration", !haveMore);
        hidden = true;
        break;
      case "instance":
        this.readForeignDtd();
        this.processor = this.body;
        return this.body(start, haveMore);
      case "doctypeClose":
        hidden = this.closeDoctype(scan);
        break;
      case "parameterEntity":
      case "innerParameterEntity":
        hidden = this.parameterReference(token, action === "parameterEntity");
        break;
      case "ignoredSection":
        state.reportDefault(scan, start, end);
        return this.ignore(scan, end, haveMore);
      case "instruction":
        this.content.instruction(scan, start, end);
        hidden = true;
        break;
      case "comment":
        this.content.comment(scan, start, end);
        hidden = true;
    }
    if (!hidden) state.reportDefault(scan, start, end);
    return undefined;
  }

  private xmlDeclaration(scan: Scan, start: number, end: number, ofEntity: boolean, final: boolean): void {
    const { state } = this;
    state.account(scan, start, end, "direct");
    const declaration = parseXmlDeclaration(scan.text, start, end, ofEntity);
    if (typeof declaration === "number") {
      state.setEvent(scan, declaration);
      return fail(ofEntity ? "TEXT_DECL" : "XML_DECL");
    }
    const { version, encoding, encodingAt, standalone } = declaration;
    if (standalone === true) {
      state.dtd.standalone = true;
      if (state.paramEntityParsing === PARAM_ENTITIES_UNLESS_STANDALONE) state.paramEntityParsing = 0;
    }
    if (state.handlers.xmlDeclaration === undefined) state.reportDefault(scan, start, end);
    else state.handlers.xmlDeclaration(version, encoding, standalone === undefined ? -1 : Number(standalone));
    if (encoding === undefined || this.encodingName !== undefined || scan !== state.input) return;
    const saved = state.event;
    state.setEvent(scan, encodingAt);
    let chosen = this.encodingNamed(encoding);
    // The mark or the first bytes have said which of the two it is.
    if (encoding.toUpperCase() === "UTF-16" && state.input.encoding === "utf-16le") chosen = "utf-16le";
    state.input.switchEncoding(chosen, end, final);
    state.event = saved;
  }

  private readForeignDtd(): void {
    const { state } = this;
    if (!state.useForeignDtd) return;
    this.readExternalSubset(false);
  }

  /** The external subset, or what the application has for one. */
  private readExternalSubset(hasSystemId: boolean): void {
    const { state } = this;
    const { dtd, handlers } = state;
    const hadReferences = dtd.hasParamEntityRefs;
    dtd.hasParamEntityRefs = true;
    if (state.paramEntityParsing !== 0 && handlers.externalEntity !== undefined) {
      const entity = this.declarations.externalSubsetEntity();
      if (state.useForeignDtd) entity.base = state.base;
      dtd.paramEntityRead = false;
      if (!handlers.externalEntity(undefined, entity.base, entity.systemId, entity.publicId)) {
        fail("EXTERNAL_ENTITY_HANDLING");
      }
      if (dtd.paramEntityRead) this.checkStandalone();
      else if (!hasSystemId) dtd.hasParamEntityRefs = hadReferences;
    }
    state.useForeignDtd = false;
  }

  private checkStandalone(): void {
    const { dtd, handlers } = this.state;
    if (!dtd.standalone && handlers.notStandalone?.() === false) fail("NOT_STANDALONE");
  }

  /** At the `>` of the document type; is it hidden from the default handler? */
  private closeDoctype(scan: Scan): boolean {
    const { state, declarations } = this;
    if (scan !== state.input) fail("INVALID_TOKEN");
    const told = declarations.announceDoctype(false);
    const hasSystemId = declarations.doctypeSystemId !== undefined;
    if (hasSystemId || state.useForeignDtd) this.readExternalSubset(hasSystemId);
    state.handlers.endDoctype?.();
    return told || state.handlers.endDoctype !== undefined;
  }

  /** A reference to a parameter entity; is it hidden from the default handler? */
  private parameterReference(token: Token, betweenDeclarations: boolean): boolean {
    const { state } = this;
    const { dtd, handlers } = state;
    dtd.hasParamEntityRefs = true;
    if (state.paramEntityParsing === 0) {
      dtd.keepProcessing = dtd.standalone;
      this.checkStandalone();
      return false;
    }
    const name = token.scan.text.slice(token.start + 1, token.end - 1);
    const entity = dtd.parameterEntities.get(name);
    if (entity === undefined) {
      if (this.mustBeDeclared()) fail("UNDEFINED_ENTITY");
      dtd.keepProcessing = dtd.standalone;
      if (!betweenDeclarations || handlers.skippedEntity === undefined) return false;
      handlers.skippedEntity(name, true);
      return true;
    }
    if (this.mustBeDeclared() && !entity.isInternal) fail("ENTITY_DECLARED_IN_PE");
    if (entity.open) fail("RECURSIVE_ENTITY_REF");
    if (entity.text !== undefined) {
      this.expandParameterEntity(entity, entity.text, betweenDeclarations);
      return true;
    }
    if (handlers.externalEntity === undefined) {
      dtd.keepProcessing = dtd.standalone;
      return false;
    }
    dtd.paramEntityRead = false;
    entity.open = true;
    const answer = handlers.externalEntity(undefined, entity.base, entity.systemId, entity.publicId);
    entity.open = false;
    if (!answer) fail("EXTERNAL_ENTITY_HANDLING");
    if (dtd.paramEntityRead) this.checkStandalone();
    else dtd.keepProcessing = dtd.standalone;
    return true;
  }

  /** After any reference only a standalone document promises that all is declared where it can be seen. */
  private mustBeDeclared(): boolean {
    const { dtd, openInternalEntities } = this.state;
    return this.declarations.ofDocument && dtd.standalone && openInternalEntities === 0;
  }

  private expandParameterEntity(entity: Entity, text: string, betweenDeclarations: boolean): void {
    const { state } = this;
    const scan = new Scan(text, text.length, state.namespaces);
    entity.open = true;
    state.openInternalEntities++;
    this.declare(scan, 0, false, betweenDeclarations, "expansion");
    state.openInternalEntities--;
    entity.open = false;
  }

  private ignore(scan: Scan, from: number, haveMore: boolean): number | undefined {
    const { state } = this;
    state.setEvent(scan, from);
    const kind = ignoredToken(scan, from);
    switch (kind) {
      case "invalid":
        state.setEvent(scan, scan.next);
        return fail("INVALID_TOKEN");
      case "ignoredSection": {
        const end = scan.next;
        state.account(scan, from, end, "direct");
        state.reportDefault(scan, from, end);
        this.processor = this.prolog;
        return this.declare(scan, end, haveMore, true, "direct");
      }
    }
    if (!haveMore) return fail(kind === "partialCharacter" ? "PARTIAL_CHAR" : "SYNTAX");
    this.processor = (at, more) => this.ignore(scan, at, more) ?? at;
    return from;
  }

  // Content, and what follows it.

  private readonly body: Processor = (at, haveMore) => {
    const end = this.content.run(this.state.input, at, 0, haveMore, "direct");
    if (!this.content.rootClosed) return end;
    this.processor = this.epilog;
    return this.epilog(end, haveMore);
  };

  private readonly epilog: Processor = (from, haveMore) => {
    const { state } = this;
    const scan = state.input;
    for (let at = from; ; ) {
      state.setEvent(scan, at);
      scan.tentative = false;
      const kind = declarationToken(scan, at);
      const end = scan.next;
      if (kind === "space" || kind === "instruction" || kind === "comment") state.account(scan, at, end, "direct");
      switch (kind) {
        case "none":
          return at;
        case "space":
          state.reportDefault(scan, at, end);
          break;
        case "instruction":
          this.content.instruction(scan, at, end);
          break;
        case "comment":
          this.content.comment(scan, at, end);
          break;
        case "invalid":
          state.setEvent(scan, end);
          return fail("INVALID_TOKEN");
        case "partial":
        case "partialCharacter":
          if (haveMore) return at;
          return fail(kind === "partial" ? "UNCLOSED_TOKEN" : "PARTIAL_CHAR");
        default:
          return fail("JUNK_AFTER_DOC_ELEMENT");
      }
      at = end;
    }
  };

  // External entities.

  /** The first token of an external general entity. */
  private readonly entityStart: Processor = (from, haveMore) => {
    const { state } = this;
    const scan = state.input;
    const isMark = from === 0 && scan.text.charCodeAt(0) === BYTE_ORDER_MARK;
    const at = isMark ? 1 : from;
    state.setEvent(scan, at);
    const kind = contentToken(scan, at);
    if ((kind === "partial" || kind === "partialCharacter") && haveMore) return from;
    if (kind === "partial") fail("UNCLOSED_TOKEN");
    if (kind === "partialCharacter") fail("PARTIAL_CHAR");
    let next = at;
    if (kind === "xmlDeclaration") {
      next = scan.next;
      this.xmlDeclaration(scan, at, next, true, !haveMore);
    }
    state.tagLevel = 1;
    this.processor = this.entityContent;
    return this.entityContent(next, haveMore);
  };

  private readonly entityContent: Processor = (at, haveMore) =>
    this.content.run(this.state.input, at, 1, haveMore, "direct");

  private readonly parameterEntity: Processor = (at, haveMore) => {
    this.state.dtd.paramEntityRead = true;
    this.processor = this.state.inEntityValue ? this.entityValueText : this.prolog;
    return this.processor(at, haveMore);
  };

  /** An external parameter entity that stands in the value of another: all of it is added, when all is there. */
  private readonly entityValueText: Processor = (at, haveMore) => {
    const { state } = this;
    const scan = state.input;
    if (haveMore) return at;
    let from = at + (scan.text.charCodeAt(at) === BYTE_ORDER_MARK ? 1 : 0);
    if (declarationToken(scan, from) === "xmlDeclaration") {
      const end = scan.next;
      this.xmlDeclaration(scan, from, end, true, true);
      from = end;
    } else entityValueToken(scan, from);
    storeEntityValue(state, scan, from, scan.end, "direct");
    return scan.end;
  };
}
