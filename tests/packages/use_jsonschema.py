# jsonschema: validation by several drafts, errors with their paths, references, formats, own types.
from jsonschema import Draft7Validator, Draft202012Validator, FormatChecker, RefResolver, SchemaError, ValidationError, validate
from jsonschema.exceptions import best_match, relevance

schema = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "minLength": 2, "pattern": "^[A-Z]"},
        "age": {"type": "integer", "minimum": 0, "exclusiveMaximum": 150},
        "tags": {"type": "array", "items": {"enum": ["a", "b"]}, "uniqueItems": True, "maxItems": 3},
        "child": {"$ref": "#/definitions/child"},
        "either": {"oneOf": [{"type": "string"}, {"type": "number", "multipleOf": 0.5}]},
    },
    "required": ["name"],
    "additionalProperties": False,
    "definitions": {"child": {"type": "object", "dependencies": {"a": ["b"]}, "patternProperties": {"^x": {"const": 1}}}},
}
validator = Draft7Validator(schema)
for instance in ({"name": "Ann", "age": 5, "tags": ["a"]}, {"name": "a", "age": -1, "other": 1}, {"age": 1.5}, {"name": "Bo", "tags": ["a", "a", "c", 4]}, {"name": "Cy", "child": {"a": 1, "xy": 2}}, {"name": "Di", "either": 0.3}, [], {"name": "Ed", "age": True}):
    print(instance)
    for error in sorted(validator.iter_errors(instance), key=lambda e: (str(list(e.path)), e.message)):
        print("  ", list(error.path), list(error.schema_path), error.message)
try:
    validate({"a": 1}, {"properties": {"a": {"type": "string"}}})
except ValidationError as error:
    print(error)
try:
    validate(1, {"type": "nonsense"})
except SchemaError as error:
    print(error.message)
print(best_match(validator.iter_errors({"name": 1, "age": "x"})).message, Draft202012Validator({"prefixItems": [{"type": "integer"}], "items": False}).is_valid([1, 2]))
checker = FormatChecker()
for format, value in ("ipv4", "1.2.3.4"), ("ipv4", "1.2.3.400"), ("date", "2020-02-30"), ("email", "x"), ("ipv6", "::1"), ("regex", "["):
    print(format, value, Draft7Validator({"format": format}, format_checker=checker).is_valid(value))
