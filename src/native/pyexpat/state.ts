/**
 * What a parser knows at any time, and whom it tells (expat's xmlparse.c: XML_ParserStruct).
 *
 * Trap: places in the document are only meant for text of the document itself; inside the text of an entity the place of
 * an event is still that of the reference.
 */
import { type Binding, Dtd, type Entity } from "./dtd.ts";
import { fail } from "./errors.ts";
import { type Encoding, Input, utf8Length } from "./input.ts";
import type { Scan } from "./scan.ts";

/** The declared content of an element: [type, quantifier, name, children], with the numbers of `pyexpat.model`. */
export interface ContentModel {
  type: number;
  quantifier: number;
  name: string | undefined;
  children: ContentModel[];
}

type Text = string | undefined;

/** Whoever is not told is not there. Answers are asked for where false ends the parse. */
export interface Handlers {
  startElement?: ((name: string, attributes: string[], specified: number) => void) | undefined;
  endElement?: ((name: string) => void) | undefined;
  characterData?: ((text: string) => void) | undefined;
  instruction?: ((target: string, data: string) => void) | undefined;
  comment?: ((data: string) => void) | undefined;
  startCdata?: (() => void) | undefined;
  endCdata?: (() => void) | undefined;
  default?: ((text: string) => void) | undefined;
  unparsedEntity?: ((name: string, base: Text, systemId: Text, publicId: Text, notation: Text) => void) | undefined;
  notation?: ((name: string, base: Text, systemId: Text, publicId: Text) => void) | undefined;
  startNamespace?: ((prefix: Text, uri: Text) => void) | undefined;
  endNamespace?: ((prefix: Text) => void) | undefined;
  notStandalone?: (() => boolean) | undefined;
  externalEntity?: ((context: Text, base: Text, systemId: Text, publicId: Text) => boolean) | undefined;
  startDoctype?: ((name: string, systemId: Text, publicId: Text, internalSubset: boolean) => void) | undefined;
  endDoctype?: (() => void) | undefined;
  entity?:
    | ((entity: Entity, value: Text, base: Text, systemId: Text, publicId: Text, notation: Text) => void)
    | undefined;
  xmlDeclaration?: ((version: Text, encoding: Text, standalone: number) => void) | undefined;
  element?: ((name: string, model: ContentModel) => void) | undefined;
  attlist?: ((element: string, name: string, type: string, value: Text, required: boolean) => void) | undefined;
  skippedEntity?: ((name: string, isParameter: boolean) => void) | undefined;
  unknownEncoding?: ((name: string) => Encoding) | undefined;
}

/** Whose bytes a token is counted as: the document's, those of expanded entities, or nobody's. */
export type Account = "direct" | "expansion" | "none";

const ACTIVATION_THRESHOLD = 8 * 1024 * 1024;
const MAXIMUM_AMPLIFICATION = 100;
/** The least document that can hold entities, `<!ENTITY a SYSTEM 'b'>`, for a share of nothing. */
const SHORTEST_DIRECT = 22;

/** How much was read and how much entities made of it; shared by all parsers of one document (expat's accounting). */
export class Amplification {
  private direct = 0;
  private indirect = 0;

  count(bytes: number, direct: boolean): void {
    if (direct) this.direct += bytes;
    else this.indirect += bytes;
    const total = this.direct + this.indirect;
    if (total < ACTIVATION_THRESHOLD) return;
    const factor = this.direct > 0 ? total / this.direct : (SHORTEST_DIRECT + this.indirect) / SHORTEST_DIRECT;
    if (factor > MAXIMUM_AMPLIFICATION) fail("AMPLIFICATION_LIMIT_BREACH");
  }
}

export interface OpenTag {
  /** As it stands in the text. */
  readonly rawName: string;
  /** As it is reported. */
  readonly name: string;
  readonly bindings: Binding | undefined;
}

export class ParserState {
  readonly input: Input;
  handlers: Handlers = {};
  /** Does the default handler not hear of internal entities, because they are expanded? */
  expandInternalEntities = true;
  dtd: Dtd;
  base: string | undefined = undefined;
  paramEntityParsing = 0;
  useForeignDtd = false;
  tags: OpenTag[] = [];
  /** How many elements are open; 1 where a parser of an external entity begins. */
  tagLevel = 0;
  openInternalEntities = 0;
  /** In the namespaces' expanded names: also the prefix? */
  reportPrefixes = false;
  /** Where in the document the current event begins. */
  event = 0;
  hasEvent = false;
  isParameterEntity = false;
  inEntityValue = false;
  /** The entity being declared. */
  declaredEntity: Entity | undefined = undefined;
  amplification = new Amplification();

  constructor(
    /** Between a namespace and a name; undefined if there are no namespaces. */
    readonly separator: string | undefined,
    readonly parent: ParserState | undefined,
  ) {
    const namespaces = separator !== undefined;
    this.input = new Input(namespaces);
    this.dtd = new Dtd(namespaces);
  }

  get namespaces(): boolean {
    return this.separator !== undefined;
  }

  setEvent(scan: Scan, at: number): void {
    if (scan !== this.input) return;
    this.event = at;
    this.hasEvent = true;
  }

  account(scan: Scan, from: number, to: number, account: Account): void {
    if (account === "none") return;
    const bytes = scan === this.input ? this.input.byteLength(from, to) : utf8Length(scan.text, from, to);
    this.amplification.count(bytes, account === "direct" && this.parent === undefined);
  }

  /** Tell the default handler, if there is one. */
  reportDefault(scan: Scan, from: number, to: number): void {
    this.handlers.default?.(scan.text.slice(from, to));
  }
}
