/** _string: how str.format reads its format, for string.Formatter (CPython Objects/unicodeobject.c, stringlib/unicode_format.h). */
import type { Text } from "../bytecode/constants.ts";
import { genericLookup } from "../objects/kernel/attribute.ts";
import { declareType, NONE } from "../objects/kernel/core-types.ts";
import { completeType } from "../objects/kernel/define.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { PyObject, type Value } from "../objects/kernel/object.ts";
import { strFromText, tuple } from "../objects/kernel/payload.ts";
import { FieldName, MarkupReader } from "../objects/types/str-format.ts";
import { expectText, textOfCodePoint } from "../objects/types/text.ts";

const FORMATTER_ITERATOR = declareType("formatteriterator");
const FIELD_NAME_ITERATOR = declareType("fieldnameiterator");

class PyFormatterIterator extends PyObject {
  readonly reader: MarkupReader;
  constructor(text: Text) {
    super(FORMATTER_ITERATOR);
    this.reader = new MarkupReader(text);
  }
}

class PyFieldNameIterator extends PyObject {
  constructor(readonly name: FieldName) {
    super(FIELD_NAME_ITERATOR);
  }
}

/** (literal, field name, specification, conversion); None for what is not there. */
function nextMarkup(self: PyFormatterIterator): Value | undefined {
  const step = self.reader.next();
  if (step === undefined) return undefined;
  const literal = strFromText(step.literal);
  if (step.field === undefined) return tuple([literal, NONE, NONE, NONE]);
  const { name, spec, conversion } = step.field;
  const shown = conversion === 0 ? NONE : strFromText(textOfCodePoint(conversion));
  return tuple([literal, strFromText(name), strFromText(spec), shown]);
}

/** (is it an attribute, its name or the index). */
function nextPart(self: PyFieldNameIterator): Value | undefined {
  const part = self.name.next();
  return part === undefined
    ? undefined
    : tuple([part.isAttribute, part.index < 0 ? strFromText(part.name) : part.index]);
}

completeType<PyFormatterIterator>(FORMATTER_ITERATOR, {
  traits: { noConstructor: true },
  slots: { __getattribute__: genericLookup, __iter__: (self) => self, __next__: nextMarkup },
});

completeType<PyFieldNameIterator>(FIELD_NAME_ITERATOR, {
  traits: { noConstructor: true },
  slots: { __getattribute__: genericLookup, __iter__: (self) => self, __next__: nextPart },
});

function strArgument(value: Value): Text {
  return expectText(value, (name) => `expected str, got ${name}`);
}

function splitFieldName(fieldName: Value): Value {
  const name = new FieldName(strArgument(fieldName));
  const first = name.index < 0 ? strFromText(name.first) : name.index;
  return tuple([first, new PyFieldNameIterator(name)]);
}

export default defineModule("_string", {
  doc: "string helper module",
  functions: {
    formatter_field_name_split: ["~($module, field_name, /)", "split the argument as a field name", splitFieldName],
    formatter_parser: [
      "~($module, format_string, /)",
      "parse the argument as a format string",
      (format: Value) => new PyFormatterIterator(strArgument(format)),
    ],
  },
});
