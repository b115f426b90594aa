/** What declarations leave behind: entities, attributes, prefixes (expat's xmlparse.c: DTD). */

export class Entity {
  /** The replacement text of an internal entity. */
  text: string | undefined = undefined;
  base: string | undefined = undefined;
  systemId: string | undefined = undefined;
  publicId: string | undefined = undefined;
  notation: string | undefined = undefined;
  /** Is it being expanded? */
  open = false;
  isParameter = false;
  /** Declared in the internal subset, outside of any parameter entity. */
  isInternal = false;

  constructor(readonly name: string) {}
}

/** `uri` ends with the separator. */
export interface Binding {
  readonly prefix: Prefix;
  readonly uri: string;
  /** What the same tag has bound before it. */
  readonly previous: Binding | undefined;
  /** What the prefix was bound to outside of the tag. */
  readonly outer: Binding | undefined;
}

export class Prefix {
  binding: Binding | undefined = undefined;

  /** The default namespace has no name. */
  constructor(readonly name: string | undefined) {}
}

export interface AttributeId {
  readonly name: string;
  readonly prefix: Prefix | undefined;
  readonly isXmlns: boolean;
  /** May a declaration have made it other than CDATA? */
  maybeTokenized: boolean;
}

export interface DefaultAttribute {
  readonly id: AttributeId;
  readonly isCdata: boolean;
  readonly value: string | undefined;
}

export interface ElementType {
  readonly name: string;
  readonly prefix: Prefix | undefined;
  idAttribute: AttributeId | undefined;
  readonly defaults: Map<AttributeId, DefaultAttribute>;
}

export class Dtd {
  generalEntities = new Map<string, Entity>();
  parameterEntities = new Map<string, Entity>();
  elementTypes = new Map<string, ElementType>();
  attributeIds = new Map<string, AttributeId>();
  prefixes = new Map<string, Prefix>();
  defaultPrefix = new Prefix(undefined);
  keepProcessing = true;
  hasParamEntityRefs = false;
  standalone = false;
  paramEntityRead = false;
  /** The value of the entity being declared, which an external entity inside it adds to. */
  entityValue = "";

  constructor(readonly namespaces: boolean) {}

  prefix(name: string): Prefix {
    let prefix = this.prefixes.get(name);
    if (prefix === undefined) {
      prefix = new Prefix(name);
      this.prefixes.set(name, prefix);
    }
    return prefix;
  }

  private prefixOf(name: string): Prefix | undefined {
    const colon = this.namespaces ? name.indexOf(":") : -1;
    return colon < 0 ? undefined : this.prefix(name.slice(0, colon));
  }

  attributeId(name: string): AttributeId {
    const known = this.attributeIds.get(name);
    if (known !== undefined) return known;
    const isXmlns = this.namespaces && (name === "xmlns" || name.startsWith("xmlns:"));
    const xmlnsPrefix = name === "xmlns" ? this.defaultPrefix : undefined;
    const prefix = isXmlns ? (xmlnsPrefix ?? this.prefix(name.slice("xmlns:".length))) : this.prefixOf(name);
    const id: AttributeId = { name, prefix, isXmlns, maybeTokenized: false };
    this.attributeIds.set(name, id);
    return id;
  }

  elementType(name: string): ElementType {
    const known = this.elementTypes.get(name);
    if (known !== undefined) return known;
    const type: ElementType = { name, prefix: this.prefixOf(name), idAttribute: undefined, defaults: new Map() };
    this.elementTypes.set(name, type);
    return type;
  }

  /** The first declaration of an attribute counts. */
  defineAttribute(
    type: ElementType,
    id: AttributeId,
    isCdata: boolean,
    isId: boolean,
    value: string | undefined,
  ): void {
    if (value !== undefined || isId) {
      if (type.defaults.has(id)) return;
      if (isId && type.idAttribute === undefined && !id.isXmlns) type.idAttribute = id;
    }
    if (!type.defaults.has(id)) type.defaults.set(id, { id, isCdata, value });
    if (!isCdata) id.maybeTokenized = true;
  }

  /** For a parser of an external general entity: what it declares or binds stays with it. */
  copy(): Dtd {
    const copy = new Dtd(this.namespaces);
    for (const [name, entity] of this.generalEntities) {
      copy.generalEntities.set(name, Object.assign(new Entity(name), entity, { open: false }));
    }
    for (const [name, entity] of this.parameterEntities) {
      copy.parameterEntities.set(name, Object.assign(new Entity(name), entity, { open: false }));
    }
    for (const name of this.prefixes.keys()) copy.prefix(name);
    for (const id of this.attributeIds.values()) copy.attributeId(id.name).maybeTokenized = id.maybeTokenized;
    for (const type of this.elementTypes.values()) {
      const own = copy.elementType(type.name);
      if (type.idAttribute !== undefined) own.idAttribute = copy.attributeId(type.idAttribute.name);
      for (const each of type.defaults.values()) {
        const id = copy.attributeId(each.id.name);
        own.defaults.set(id, { ...each, id });
      }
    }
    copy.keepProcessing = this.keepProcessing;
    copy.hasParamEntityRefs = this.hasParamEntityRefs;
    copy.standalone = this.standalone;
    return copy;
  }
}
