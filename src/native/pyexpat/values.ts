/** The values of attributes and entities: references in them, and white space (expat's xmlparse.c: appendAttributeValue, storeEntityValue). */
import { attributeValueToken, entityValueToken } from "./content-tokens.ts";
import { fail } from "./errors.ts";
import { PREDEFINED_ENTITIES, referencedCharacter, Scan } from "./scan.ts";
import type { Account, ParserState } from "./state.ts";

/** The normalised value of an attribute at text[start:end], without its quotes. */
export function attributeValue(
  state: ParserState,
  scan: Scan,
  start: number,
  end: number,
  isCdata: boolean,
  /** In a declaration, not in a tag? */
  inProlog: boolean,
  account: Account,
): string {
  const value = new ValueWriter(state, isCdata, inProlog);
  value.append(scan, start, end, account);
  return isCdata ? value.text : value.text.replace(/ $/, "");
}

/** A Scan of the same text that ends at `end`. */
function upTo(scan: Scan, end: number): Scan {
  return new Scan(scan.text, end, scan.namespaces);
}

/** The code point that a reference in a value names; the error is told of where the reference begins. */
function characterOf(state: ParserState, scan: Scan, at: number, reference: string): number {
  const code = referencedCharacter(reference);
  if (code !== undefined) return code;
  state.setEvent(scan, at);
  return fail("BAD_CHAR_REF");
}

class ValueWriter {
  text = "";

  constructor(
    private readonly state: ParserState,
    private readonly isCdata: boolean,
    private readonly inProlog: boolean,
  ) {}

  private space(): void {
    if (this.isCdata || (this.text !== "" && !this.text.endsWith(" "))) this.text += " ";
  }

  append(scan: Scan, start: number, end: number, account: Account): void {
    const { state } = this;
    const part = upTo(scan, end);
    for (let at = start; at < end; ) {
      const kind = attributeValueToken(part, at);
      const { next } = part;
      if (kind !== "invalid" && kind !== "partial") state.account(part, at, next, account);
      switch (kind) {
        case "invalid":
          state.setEvent(scan, next);
          return fail("INVALID_TOKEN");
        case "partial":
          state.setEvent(scan, at);
          return fail("INVALID_TOKEN");
        case "characterReference":
          this.character(scan, at, part.text.slice(at, next));
          break;
        case "text":
          this.text += part.text.slice(at, next);
          break;
        case "entity":
          this.entity(scan, at, part.text.slice(at + 1, next - 1));
          break;
        default:
          this.space();
      }
      at = next;
    }
  }

  private character(scan: Scan, at: number, reference: string): void {
    const code = characterOf(this.state, scan, at, reference);
    if (code === 0x20) this.space();
    else this.text += String.fromCodePoint(code);
  }

  private entity(scan: Scan, at: number, name: string): void {
    const { state } = this;
    const predefined = PREDEFINED_ENTITIES.get(name);
    if (predefined !== undefined) {
      state.amplification.count(1, false);
      this.text += predefined;
      return;
    }
    const { dtd } = state;
    const entity = dtd.generalEntities.get(name);
    if (this.mustBeDeclared()) {
      if (entity === undefined) fail("UNDEFINED_ENTITY");
      if (!entity.isInternal) fail("ENTITY_DECLARED_IN_PE");
    } else if (entity === undefined) return;
    const stop = (error: "RECURSIVE_ENTITY_REF" | "BINARY_ENTITY_REF" | "ATTRIBUTE_EXTERNAL_ENTITY_REF"): never => {
      state.setEvent(scan, at);
      return fail(error);
    };
    if (entity.open) stop("RECURSIVE_ENTITY_REF");
    if (entity.notation !== undefined) stop("BINARY_ENTITY_REF");
    if (entity.text === undefined) return stop("ATTRIBUTE_EXTERNAL_ENTITY_REF");
    entity.open = true;
    const inner = new Scan(entity.text, entity.text.length, scan.namespaces);
    this.append(inner, 0, inner.end, "expansion");
    entity.open = false;
  }

  private mustBeDeclared(): boolean {
    const { dtd, openInternalEntities, isParameterEntity } = this.state;
    if (!this.inProlog) return !dtd.hasParamEntityRefs || dtd.standalone;
    if (isParameterEntity) return false;
    return dtd.standalone ? openInternalEntities === 0 : !dtd.hasParamEntityRefs;
  }
}

/** Add the value of an entity at text[start:end] to `dtd.entityValue`. False if the rest cannot be known. */
export function storeEntityValue(
  state: ParserState,
  scan: Scan,
  start: number,
  end: number,
  account: Account,
): boolean {
  const { dtd } = state;
  const part = upTo(scan, end);
  for (let at = start; at < end; ) {
    const kind = entityValueToken(part, at);
    const { next } = part;
    if (kind !== "invalid" && kind !== "partial") state.account(part, at, next, account);
    switch (kind) {
      case "parameterEntity":
        if (!state.isParameterEntity && scan === state.input) {
          state.setEvent(scan, at);
          return fail("PARAM_ENTITY_REF");
        }
        if (!parameterEntityInValue(state, scan, at, part.text.slice(at + 1, next - 1))) return false;
        break;
      case "entity":
      case "text":
        dtd.entityValue += part.text.slice(at, next);
        break;
      case "characterReference":
        dtd.entityValue += String.fromCodePoint(characterOf(state, scan, at, part.text.slice(at, next)));
        break;
      case "invalid":
        state.setEvent(scan, next);
        return fail("INVALID_TOKEN");
      case "partial":
        state.setEvent(scan, at);
        return fail("INVALID_TOKEN");
      default:
        dtd.entityValue += "\n";
    }
    at = next;
  }
  return true;
}

function parameterEntityInValue(state: ParserState, scan: Scan, at: number, name: string): boolean {
  const { dtd } = state;
  const entity = dtd.parameterEntities.get(name);
  if (entity === undefined) {
    dtd.keepProcessing = dtd.standalone;
    return false;
  }
  if (entity.open || entity === state.declaredEntity) {
    state.setEvent(scan, at);
    fail("RECURSIVE_ENTITY_REF");
  }
  entity.open = true;
  try {
    if (entity.text !== undefined) {
      const inner = new Scan(entity.text, entity.text.length, scan.namespaces);
      return storeEntityValue(state, inner, 0, inner.end, "expansion");
    }
    const handler = state.handlers.externalEntity;
    dtd.paramEntityRead = false;
    state.inEntityValue = true;
    if (handler !== undefined && !handler(undefined, entity.base, entity.systemId, entity.publicId)) {
      fail("EXTERNAL_ENTITY_HANDLING");
    }
    if (!dtd.paramEntityRead) dtd.keepProcessing = dtd.standalone;
  } finally {
    entity.open = false;
    state.inEntityValue = false;
  }
  return true;
}
