/** The handlers of a parser as Python sees them: what each is called with (CPython Modules/pyexpat.c). */
import { call } from "../../objects/kernel/call.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyList, strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { utf8Length } from "./input.ts";
import type { ContentModel, Handlers } from "./state.ts";

/** What the handlers need of the parser object. */
export interface HandlerOwner {
  /** Call the handler of that name; undefined if it has been taken away meanwhile. */
  callHandler(name: string, args: Value[]): Value | undefined;
  /** Hand on the text that was gathered. */
  flush(): void;
  intern: PyDict | undefined;
  bufferText: boolean;
  bufferSize: number;
  gathered: string;
  gatheredBytes: number;
  orderedAttributes: boolean;
  specifiedAttributes: boolean;
  /** Which of the two default handlers counts. */
  defaultHandler: string;
}

type Text = string | undefined;

const optional = (text: Text): Value => (text === undefined ? NONE : strFromJs(text));

/** The one object for a name that comes again and again. */
function interned(owner: HandlerOwner, text: Text): Value {
  const value = optional(text);
  if (owner.intern === undefined) return value;
  const known = owner.intern.get(value);
  if (known !== undefined) return known;
  owner.intern.set(value, value);
  return value;
}

function attributeContainer(owner: HandlerOwner, attributes: string[], specified: number): Value {
  const count = owner.specifiedAttributes ? specified : attributes.length;
  const items: Value[] = [];
  for (let i = 0; i < count; i += 2) items.push(interned(owner, attributes[i]), strFromJs(attributes[i + 1]));
  if (owner.orderedAttributes) return new PyList(items);
  const dict = new PyDict();
  for (let i = 0; i < items.length; i += 2) dict.set(items[i], items[i + 1]);
  return dict;
}

function modelValue(owner: HandlerOwner, model: ContentModel): Value {
  const children = model.children.map((child) => modelValue(owner, child));
  return tuple([model.type, model.quantifier, interned(owner, model.name), tuple(children)]);
}

function characterData(owner: HandlerOwner, text: string): void {
  if (!owner.bufferText) {
    owner.callHandler("CharacterDataHandler", [strFromJs(text)]);
    return;
  }
  const bytes = utf8Length(text, 0, text.length);
  if (owner.gatheredBytes + bytes > owner.bufferSize) owner.flush();
  if (bytes > owner.bufferSize) owner.callHandler("CharacterDataHandler", [strFromJs(text)]);
  else {
    owner.gathered += text;
    owner.gatheredBytes += bytes;
  }
}

type Install = (owner: HandlerOwner, handlers: Handlers, tell: (...args: Value[]) => Value | undefined) => void;

/** How each handler is put into the parser. `tell` hands on gathered text, then calls it. */
const INSTALL: Readonly<Record<string, Install>> = {
  StartElementHandler: (owner, handlers, tell) => {
    handlers.startElement = (name, attributes, specified) => {
      owner.flush();
      tell(interned(owner, name), attributeContainer(owner, attributes, specified));
    };
  },
  EndElementHandler: (owner, handlers, tell) => {
    handlers.endElement = (name) => void tell(interned(owner, name));
  },
  ProcessingInstructionHandler: (owner, handlers, tell) => {
    handlers.instruction = (target, data) => void tell(interned(owner, target), strFromJs(data));
  },
  CharacterDataHandler: (owner, handlers) => {
    handlers.characterData = (text) => characterData(owner, text);
  },
  UnparsedEntityDeclHandler: (owner, handlers, tell) => {
    handlers.unparsedEntity = (...names) => void tell(...names.map((name) => interned(owner, name)));
  },
  NotationDeclHandler: (owner, handlers, tell) => {
    handlers.notation = (...names) => void tell(...names.map((name) => interned(owner, name)));
  },
  StartNamespaceDeclHandler: (owner, handlers, tell) => {
    handlers.startNamespace = (prefix, uri) => void tell(interned(owner, prefix), interned(owner, uri));
  },
  EndNamespaceDeclHandler: (owner, handlers, tell) => {
    handlers.endNamespace = (prefix) => void tell(interned(owner, prefix));
  },
  CommentHandler: (_, handlers, tell) => {
    handlers.comment = (data) => void tell(strFromJs(data));
  },
  StartCdataSectionHandler: (_, handlers, tell) => {
    handlers.startCdata = () => void tell();
  },
  EndCdataSectionHandler: (_, handlers, tell) => {
    handlers.endCdata = () => void tell();
  },
  DefaultHandler: (_, handlers, tell) => {
    handlers.default = (text) => void tell(strFromJs(text));
  },
  DefaultHandlerExpand: (_, handlers, tell) => {
    handlers.default = (text) => void tell(strFromJs(text));
  },
  NotStandaloneHandler: (_, handlers, tell) => {
    handlers.notStandalone = () => intArgument(tell() ?? 1) !== 0;
  },
  ExternalEntityRefHandler: (owner, handlers, tell) => {
    handlers.externalEntity = (context, base, systemId, publicId) => {
      const names = [base, systemId, publicId].map((name) => interned(owner, name));
      return intArgument(tell(optional(context), ...names) ?? 1) !== 0;
    };
  },
  StartDoctypeDeclHandler: (owner, handlers, tell) => {
    handlers.startDoctype = (name, systemId, publicId, internalSubset) => {
      const names = [name, systemId, publicId].map((each) => interned(owner, each));
      tell(...names, Number(internalSubset));
    };
  },
  EndDoctypeDeclHandler: (_, handlers, tell) => {
    handlers.endDoctype = () => void tell();
  },
  EntityDeclHandler: (owner, handlers, tell) => {
    handlers.entity = ({ name, isParameter }, value, ...names) => {
      const rest = names.map((each) => interned(owner, each));
      tell(interned(owner, name), Number(isParameter), optional(value), ...rest);
    };
  },
  XmlDeclHandler: (_, handlers, tell) => {
    handlers.xmlDeclaration = (version, encoding, standalone) => {
      tell(optional(version), optional(encoding), standalone);
    };
  },
  ElementDeclHandler: (owner, handlers, tell) => {
    handlers.element = (name, model) => {
      owner.flush();
      tell(interned(owner, name), modelValue(owner, model));
    };
  },
  AttlistDeclHandler: (owner, handlers, tell) => {
    handlers.attlist = (element, name, type, value, required) => {
      tell(interned(owner, element), interned(owner, name), optional(type), optional(value), Number(required));
    };
  },
  SkippedEntityHandler: (owner, handlers, tell) => {
    handlers.skippedEntity = (name, isParameter) => void tell(interned(owner, name), Number(isParameter));
  },
};

export const HANDLER_NAMES: readonly string[] = Object.keys(INSTALL);

/** The handlers that a parser calls for the Python handlers that `values` holds. */
export function makeHandlers(owner: HandlerOwner, values: ReadonlyMap<string, Value>): Handlers {
  const handlers: Handlers = {};
  for (const name of values.keys()) {
    if (name.startsWith("DefaultHandler") && name !== owner.defaultHandler) continue;
    INSTALL[name](owner, handlers, (...args) => {
      owner.flush();
      return owner.callHandler(name, args);
    });
  }
  return handlers;
}

/** As expat's users call a handler: through the general protocol of calls. */
export const callPython = (handler: Value, args: Value[]): Value => call(handler, ...args);
