/**
 * The grammar of prolog and document type, a token at a time (expat's xmlrole.c, and doProlog of xmlparse.c).
 *
 * Each declaration is a generator that is given tokens and stops where the next one is needed, so that it does not matter
 * in how many pieces the document comes. What only the parser can do (go on with the text of an entity, skip a section)
 * it yields as an action. Trap: such an action may run the grammar of another text, or this very one, meanwhile; so
 * nothing is done inside a generator that could come back to it.
 */

import { badPublicIdPosition } from "./declaration-tokens.ts";
import type { AttributeId, ElementType } from "./dtd.ts";
import { Entity } from "./dtd.ts";
import { fail } from "./errors.ts";
import { PREDEFINED_ENTITIES, type Scan, type TokenKind } from "./scan.ts";
import type { Account, ContentModel, ParserState } from "./state.ts";
import { attributeValue, storeEntityValue } from "./values.ts";

export interface Token {
  readonly kind: TokenKind;
  readonly scan: Scan;
  readonly start: number;
  readonly end: number;
  readonly account: Account;
}

/** What the parser is to do with the token. `done` and `quiet`: nothing; of a quiet one the default handler hears nothing. */
export type Action =
  | "done"
  | "quiet"
  | "xmlDeclaration"
  | "textDeclaration"
  | "instance"
  | "doctypeClose"
  | "parameterEntity"
  | "innerParameterEntity"
  | "ignoredSection"
  | "instruction"
  | "comment";

type Grammar<Result = void> = Generator<Action, Result, Token>;

/** Do tokens of white space and punctuation stay hidden from the default handler? */
type Hidden = () => boolean;

const QUANTIFIERS: Readonly<Partial<Record<TokenKind, number>>> = {
  name: 0,
  prefixedName: 0,
  nameOptional: 1,
  nameRepeated: 2,
  nameOnceOrMore: 3,
  parenthesisClose: 0,
  parenthesisOptional: 1,
  parenthesisRepeated: 2,
  parenthesisOnceOrMore: 3,
};

export const CONTENT = { EMPTY: 1, ANY: 2, MIXED: 3, NAME: 4, CHOICE: 5, SEQ: 6 };

const TYPE_NAMES = ["CDATA", "ID", "IDREF", "IDREFS", "ENTITY", "ENTITIES", "NMTOKEN", "NMTOKENS"];

const isName = (token: Token): boolean => token.kind === "name" || token.kind === "prefixedName";

const textOf = (token: Token): string => token.scan.text.slice(token.start, token.end);

/** The text of a literal without its quotes. */
const literal = (token: Token): string => token.scan.text.slice(token.start + 1, token.end - 1);

const normalizePublicId = (text: string): string => text.replace(/[ \r\n]+/g, " ").replace(/^ | $/g, "");

function syntaxError(token: Token): never {
  if (token.kind === "parameterEntity") fail("PARAM_ENTITY_REF");
  if (token.kind === "xmlDeclaration") fail("MISPLACED_XML_PI");
  return fail("SYNTAX");
}

export class Declarations {
  private readonly grammar: Grammar;
  private includeLevel = 0;
  /** Between `<!DOCTYPE name` and what ends its head, where somebody wants to know. */
  private doctypeName: string | undefined = undefined;
  doctypeSystemId: string | undefined = undefined;
  private doctypePublicId: string | undefined = undefined;

  constructor(
    private readonly state: ParserState,
    /** Is this the document itself, and no parameter entity outside of it? */
    readonly ofDocument: boolean,
  ) {
    this.grammar = ofDocument ? this.document() : this.externalSubset();
    this.grammar.next();
  }

  feed(token: Token): Action {
    return this.grammar.next(token).value ?? syntaxError(token);
  }

  /** Between two declarations, outside of any section? Only there a parameter entity may end. */
  atTopLevel = false;

  private *document(): Grammar {
    let token: Token = yield "done";
    if (token.kind === "byteOrderMark") token = yield "quiet";
    if (token.kind === "xmlDeclaration") token = yield "xmlDeclaration";
    token = yield* this.miscellaneous(token);
    if (token.kind === "declarationOpen") {
      if (textOf(token) !== "<!DOCTYPE") syntaxError(token);
      yield* this.doctype();
      token = yield* this.miscellaneous(yield "doctypeClose");
    }
    if (token.kind !== "instance") syntaxError(token);
    yield "instance";
  }

  /** White space, comments and processing instructions; what comes behind them. */
  private *miscellaneous(first: Token): Grammar<Token> {
    let token = first;
    for (;;) {
      if (token.kind === "space") token = yield "done";
      else if (token.kind === "instruction" || token.kind === "comment") token = yield token.kind;
      else return token;
    }
  }

  /** The next token that is no space; the current one is hidden from the default handler or not. */
  private *next(hidden: Hidden, current = hidden()): Grammar<Token> {
    let token: Token = yield current ? "quiet" : "done";
    for (;;) {
      if (token.kind === "space") token = yield hidden() ? "quiet" : "done";
      else if (token.kind === "parameterEntity" && !this.ofDocument) token = yield "innerParameterEntity";
      else return token;
    }
  }

  private *expect(kind: TokenKind, hidden: Hidden, current?: boolean): Grammar<Token> {
    const token = yield* this.next(hidden, current);
    if (token.kind !== kind) syntaxError(token);
    return token;
  }

  private *doctype(): Grammar {
    const { state } = this;
    const { dtd } = state;
    const hidden: Hidden = () => state.handlers.startDoctype !== undefined;
    let token = yield* this.next(hidden);
    if (!isName(token)) syntaxError(token);
    if (hidden()) this.doctypeName = textOf(token);
    token = yield* this.next(hidden);
    if (token.kind === "name" && textOf(token) === "PUBLIC") {
      token = yield* this.expect("literal", hidden);
      this.state.useForeignDtd = false;
      dtd.hasParamEntityRefs = true;
      const entity = this.externalSubsetEntity();
      this.checkPublicId(token);
      entity.publicId = normalizePublicId(literal(token));
      if (hidden()) this.doctypePublicId = entity.publicId;
      token = yield* this.doctypeSystem(hidden);
    } else if (token.kind === "name" && textOf(token) === "SYSTEM") token = yield* this.doctypeSystem(hidden);
    if (token.kind === "bracketOpen") {
      this.announceDoctype(true);
      const bracket = hidden();
      token = yield* this.subset(yield bracket ? "quiet" : "done");
      if (token.kind !== "bracketClose") syntaxError(token);
      token = yield* this.next(hidden);
    }
    if (token.kind !== "declarationClose") syntaxError(token);
  }

  private *doctypeSystem(hidden: Hidden): Grammar<Token> {
    const token = yield* this.expect("literal", hidden);
    const { state } = this;
    const { dtd, handlers } = state;
    state.useForeignDtd = false;
    dtd.hasParamEntityRefs = true;
    this.doctypeSystemId = literal(token);
    if (!dtd.standalone && state.paramEntityParsing === 0 && handlers.notStandalone?.() === false) {
      fail("NOT_STANDALONE");
    }
    const entity = this.externalSubsetEntity();
    entity.systemId = literal(token);
    entity.base = state.base;
    return yield* this.next(hidden);
  }

  /** The external subset, kept under a name that no parameter entity can have. */
  externalSubsetEntity(): Entity {
    const { parameterEntities } = this.state.dtd;
    const known = parameterEntities.get("#");
    const entity = known ?? new Entity("#");
    if (known === undefined) parameterEntities.set("#", entity);
    return entity;
  }

  /** Tell of the document type, once; was it told? */
  announceDoctype(internalSubset: boolean): boolean {
    const { doctypeName } = this;
    if (doctypeName === undefined) return false;
    this.doctypeName = undefined;
    this.state.handlers.startDoctype?.(doctypeName, this.doctypeSystemId, this.doctypePublicId, internalSubset);
    return true;
  }

  private checkPublicId(token: Token): void {
    const bad = badPublicIdPosition(token.scan.text, token.start, token.end);
    if (bad === undefined) return;
    this.state.setEvent(token.scan, bad);
    fail("PUBLICID");
  }

  /** Declarations; what is none of them. */
  private *subset(first: Token): Grammar<Token> {
    let token = first;
    for (;;) {
      this.atTopLevel = this.includeLevel === 0;
      if (token.kind === "space") token = yield "done";
      else if (token.kind === "instruction" || token.kind === "comment" || token.kind === "parameterEntity") {
        token = yield token.kind;
      } else if (token.kind === "declarationOpen") {
        this.atTopLevel = false;
        const hidden = yield* this.declaration(token);
        this.atTopLevel = this.includeLevel === 0;
        token = yield hidden ? "quiet" : "done";
      } else {
        this.atTopLevel = false;
        return token;
      }
    }
  }

  private *externalSubset(): Grammar {
    this.atTopLevel = true;
    let token: Token = yield "done";
    if (token.kind === "byteOrderMark") token = yield "quiet";
    if (token.kind === "xmlDeclaration") token = yield "textDeclaration";
    for (;;) {
      token = yield* this.subset(token);
      if (token.kind === "sectionOpen") token = yield* this.section();
      else if (token.kind === "sectionClose" && this.includeLevel > 0) {
        this.includeLevel--;
        this.atTopLevel = this.includeLevel === 0;
        token = yield "done";
      } else syntaxError(token);
    }
  }

  private *section(): Grammar<Token> {
    const shown: Hidden = () => false;
    this.atTopLevel = false;
    const token = yield* this.expect("name", shown);
    const word = textOf(token);
    if (word !== "INCLUDE" && word !== "IGNORE") syntaxError(token);
    yield* this.expect("bracketOpen", shown);
    if (word === "INCLUDE") this.includeLevel++;
    this.atTopLevel = this.includeLevel === 0;
    return yield word === "INCLUDE" ? "done" : "ignoredSection";
  }

  /** A declaration up to and with its `>`; is that hidden from the default handler? */
  private *declaration(token: Token): Grammar<boolean> {
    switch (textOf(token)) {
      case "<!ENTITY":
        return yield* this.entity();
      case "<!ATTLIST":
        return yield* this.attlist();
      case "<!ELEMENT":
        return yield* this.element();
      case "<!NOTATION":
        return yield* this.notation();
    }
    return syntaxError(token);
  }

  private *close(hidden: Hidden, current: boolean): Grammar<boolean> {
    yield* this.expect("declarationClose", hidden, current);
    return hidden();
  }

  private *entity(): Grammar<boolean> {
    const { state } = this;
    const hidden: Hidden = () => state.dtd.keepProcessing && state.handlers.entity !== undefined;
    let token = yield* this.next(hidden);
    const isParameter = token.kind === "percent";
    if (isParameter) token = yield* this.next(hidden);
    if (token.kind !== "name") syntaxError(token);
    const entity = this.declareEntity(textOf(token), isParameter);
    state.declaredEntity = entity;
    token = yield* this.next(hidden, entity !== undefined && state.handlers.entity !== undefined);
    if (token.kind === "literal") {
      const told = this.storeEntityText(entity, token);
      return yield* this.close(hidden, told);
    }
    if (token.kind !== "name") syntaxError(token);
    const word = textOf(token);
    if (word !== "SYSTEM" && word !== "PUBLIC") syntaxError(token);
    const wanted: Hidden = () => entity !== undefined && hidden();
    if (word === "PUBLIC") {
      token = yield* this.expect("literal", hidden);
      this.checkPublicId(token);
      if (entity !== undefined && state.dtd.keepProcessing) entity.publicId = normalizePublicId(literal(token));
      token = yield* this.next(hidden, wanted());
      if (token.kind !== "literal") syntaxError(token);
    } else token = yield* this.expect("literal", hidden);
    if (entity !== undefined && state.dtd.keepProcessing) {
      entity.systemId = literal(token);
      entity.base = state.base;
    }
    token = yield* this.next(hidden, wanted());
    if (token.kind === "declarationClose") return this.completeEntity(entity);
    if (isParameter || token.kind !== "name" || textOf(token) !== "NDATA") syntaxError(token);
    token = yield* this.expect("name", hidden);
    return yield* this.close(hidden, this.unparsedEntity(entity, textOf(token)));
  }

  /** A new entity; undefined if there is one of that name, or declarations are no longer heeded. */
  private declareEntity(name: string, isParameter: boolean): Entity | undefined {
    const { state } = this;
    if (!isParameter && PREDEFINED_ENTITIES.has(name)) return undefined;
    if (!state.dtd.keepProcessing) return undefined;
    const table = isParameter ? state.dtd.parameterEntities : state.dtd.generalEntities;
    if (table.has(name)) return undefined;
    const entity = new Entity(name);
    entity.isParameter = isParameter;
    // Whether it is internal decides if it may be used in a standalone document.
    entity.isInternal = state.parent === undefined && state.openInternalEntities === 0;
    table.set(name, entity);
    return entity;
  }

  private storeEntityText(entity: Entity | undefined, token: Token): boolean {
    const { state } = this;
    if (!state.dtd.keepProcessing) return false;
    state.dtd.entityValue = "";
    try {
      storeEntityValue(state, token.scan, token.start + 1, token.end - 1, "none");
    } finally {
      // A value that went wrong is told of as far as it went.
      if (entity !== undefined) {
        entity.text = state.dtd.entityValue;
        state.handlers.entity?.(entity, entity.text, state.base, undefined, undefined, undefined);
      }
    }
    return entity !== undefined && state.handlers.entity !== undefined;
  }

  private completeEntity(entity: Entity | undefined): boolean {
    const { dtd, handlers } = this.state;
    if (!dtd.keepProcessing || entity === undefined || handlers.entity === undefined) return false;
    handlers.entity(entity, undefined, entity.base, entity.systemId, entity.publicId, undefined);
    return true;
  }

  private unparsedEntity(entity: Entity | undefined, notation: string): boolean {
    const { dtd, handlers } = this.state;
    if (!dtd.keepProcessing || entity === undefined) return false;
    entity.notation = notation;
    const { name, base, systemId, publicId } = entity;
    if (handlers.unparsedEntity !== undefined) {
      handlers.unparsedEntity(name, base, systemId, publicId, notation);
      return true;
    }
    handlers.entity?.(entity, undefined, base, systemId, publicId, notation);
    return handlers.entity !== undefined;
  }

  private *notation(): Grammar<boolean> {
    const { state } = this;
    const hidden: Hidden = () => state.handlers.notation !== undefined;
    let token = yield* this.expect("name", hidden);
    const name = hidden() ? textOf(token) : undefined;
    token = yield* this.expect("name", hidden);
    const word = textOf(token);
    if (word !== "SYSTEM" && word !== "PUBLIC") syntaxError(token);
    let publicId: string | undefined;
    token = yield* this.expect("literal", hidden);
    if (word === "PUBLIC") {
      this.checkPublicId(token);
      publicId = normalizePublicId(literal(token));
      token = yield* this.next(hidden, name !== undefined);
      if (token.kind === "declarationClose") {
        if (name !== undefined) state.handlers.notation?.(name, state.base, undefined, publicId);
        return name !== undefined && hidden();
      }
      if (token.kind !== "literal") syntaxError(token);
    }
    const told = name !== undefined && hidden();
    if (told) state.handlers.notation?.(name, state.base, literal(token), publicId);
    return yield* this.close(hidden, told);
  }

  private *attlist(): Grammar<boolean> {
    const { state } = this;
    const hidden: Hidden = () => state.dtd.keepProcessing && state.handlers.attlist !== undefined;
    let token = yield* this.next(hidden);
    if (!isName(token)) syntaxError(token);
    const element = state.dtd.elementType(textOf(token));
    token = yield* this.next(hidden);
    while (token.kind !== "declarationClose") {
      if (!isName(token)) syntaxError(token);
      token = yield* this.attribute(element, state.dtd.attributeId(textOf(token)), hidden);
    }
    return hidden();
  }

  private *attribute(element: ElementType, id: AttributeId, hidden: Hidden): Grammar<Token> {
    let token = yield* this.next(hidden);
    let type: string | undefined;
    if (token.kind === "parenthesisOpen") type = yield* this.enumeration("(", hidden, false);
    else if (token.kind !== "name") syntaxError(token);
    else if (textOf(token) === "NOTATION") {
      yield* this.expect("parenthesisOpen", hidden);
      type = yield* this.enumeration("NOTATION(", hidden, true);
    } else if (TYPE_NAMES.includes(textOf(token))) type = textOf(token);
    else syntaxError(token);
    token = yield* this.next(hidden);
    let required = false;
    if (token.kind === "poundName") {
      const word = textOf(token);
      if (word === "#IMPLIED" || word === "#REQUIRED") {
        const told = this.defineAttribute(element, id, type, undefined, word === "#REQUIRED");
        return yield* this.next(hidden, told);
      }
      if (word !== "#FIXED") syntaxError(token);
      required = true;
      token = yield* this.next(hidden);
    }
    if (token.kind !== "literal") syntaxError(token);
    return yield* this.next(hidden, this.defineAttribute(element, id, type, token, required));
  }

  /** The names between parentheses; "" if nobody wants to know them. */
  private *enumeration(head: string, hidden: Hidden, ofNotations: boolean): Grammar<string> {
    let text = "";
    for (;;) {
      const token = yield* this.next(hidden);
      const fits = token.kind === "name" || (!ofNotations && (isName(token) || token.kind === "nameToken"));
      if (!fits) syntaxError(token);
      if (hidden()) text += (text === "" ? head : "|") + textOf(token);
      const separator = yield* this.next(hidden);
      if (separator.kind === "parenthesisClose") break;
      if (separator.kind !== "or") syntaxError(separator);
    }
    return text === "" ? "" : `${text})`;
  }

  private defineAttribute(
    element: ElementType,
    id: AttributeId,
    type: string,
    value: Token | undefined,
    required: boolean,
  ): boolean {
    const { state } = this;
    const { dtd, handlers } = state;
    if (!dtd.keepProcessing) return false;
    const isCdata = type === "CDATA";
    const text =
      value === undefined
        ? undefined
        : attributeValue(state, value.scan, value.start + 1, value.end - 1, isCdata, true, "none");
    dtd.defineAttribute(element, id, isCdata, text === undefined && type === "ID", text);
    if (handlers.attlist === undefined || type === "") return false;
    handlers.attlist(element.name, id.name, type, text, required);
    return true;
  }

  private *element(): Grammar<boolean> {
    const { state } = this;
    const hidden: Hidden = () => state.handlers.element !== undefined;
    let token = yield* this.next(hidden);
    if (!isName(token)) syntaxError(token);
    const name = hidden() ? textOf(token) : undefined;
    token = yield* this.next(hidden);
    let model: ContentModel;
    if (token.kind === "name" && (textOf(token) === "EMPTY" || textOf(token) === "ANY")) {
      const type = textOf(token) === "ANY" ? CONTENT.ANY : CONTENT.EMPTY;
      model = { type, quantifier: 0, name: undefined, children: [] };
    } else if (token.kind === "parenthesisOpen") model = yield* this.contentModel(hidden);
    else return syntaxError(token);
    const told = name !== undefined && hidden();
    if (told) state.handlers.element?.(name, model);
    return yield* this.close(hidden, told);
  }

  /** What is between the outermost parentheses; the closing one is the current token then. */
  private *contentModel(hidden: Hidden): Grammar<ContentModel> {
    const token = yield* this.next(hidden);
    return token.kind === "poundName" ? yield* this.mixed(token, hidden) : yield* this.group(token, hidden);
  }

  private *mixed(first: Token, hidden: Hidden): Grammar<ContentModel> {
    if (textOf(first) !== "#PCDATA") syntaxError(first);
    const model: ContentModel = { type: CONTENT.MIXED, quantifier: 0, name: undefined, children: [] };
    for (;;) {
      let token = yield* this.next(hidden);
      const closes = token.kind === "parenthesisClose" && model.children.length === 0;
      if (closes || token.kind === "parenthesisRepeated") {
        model.quantifier = token.kind === "parenthesisRepeated" ? 2 : 0;
        return model;
      }
      if (token.kind !== "or") syntaxError(token);
      token = yield* this.next(hidden);
      if (!isName(token)) syntaxError(token);
      model.children.push({ type: CONTENT.NAME, quantifier: 0, name: textOf(token), children: [] });
    }
  }

  /** A choice or sequence; the groups that are open are kept in an array, however deep they are. */
  private *group(first: Token, hidden: Hidden): Grammar<ContentModel> {
    const newGroup = (): ContentModel => ({ type: CONTENT.SEQ, quantifier: 0, name: undefined, children: [] });
    const open: { model: ContentModel; connector: TokenKind | undefined }[] = [
      { model: newGroup(), connector: undefined },
    ];
    let token = first;
    for (;;) {
      const top = open[open.length - 1];
      if (token.kind === "parenthesisOpen") {
        const model = newGroup();
        top.model.children.push(model);
        open.push({ model, connector: undefined });
        token = yield* this.next(hidden);
        continue;
      }
      const quantifier = QUANTIFIERS[token.kind];
      if (quantifier === undefined || !token.kind.match(/^(name|prefixedName)/)) return syntaxError(token);
      const text = textOf(token);
      const name = quantifier === 0 ? text : text.slice(0, -1);
      top.model.children.push({ type: CONTENT.NAME, quantifier, name, children: [] });
      token = yield* this.next(hidden);
      for (;;) {
        const inner = open[open.length - 1];
        if (token.kind === "comma" || token.kind === "or") {
          if (inner.connector !== undefined && inner.connector !== token.kind) fail("SYNTAX");
          inner.connector = token.kind;
          if (token.kind === "or") inner.model.type = CONTENT.CHOICE;
          token = yield* this.next(hidden);
          break;
        }
        const closing = QUANTIFIERS[token.kind];
        if (closing === undefined || !token.kind.startsWith("parenthesis")) return syntaxError(token);
        inner.model.quantifier = closing;
        open.pop();
        if (open.length === 0) return inner.model;
        token = yield* this.next(hidden);
      }
    }
  }
}
