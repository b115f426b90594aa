"""Names of characters in \\N escapes, and identifiers that are normalised (NFKC, XID)."""
import ast

print("\N{BULLET}\N{GREEK SMALL LETTER ALPHA}\N{latin small letter e with acute}\N{SNOWMAN}\N{CJK UNIFIED IDEOGRAPH-4E2D}\N{HANGUL SYLLABLE GAG}\N{LF}\N{NBSP}".encode("unicode_escape"))
print("\N{PILE OF POO}", len("\N{PILE OF POO}"), f"{1}\N{EM DASH}")
ﬁne = 1
print(fine, [node.id for node in ast.walk(ast.parse("ﬁne = ℌ + ª + 𝔘")) if isinstance(node, ast.Name)])
for source in ["℘ = 1", "x·y = 1", "ℾamma = 1", "名前 = 1", "_é̀ = 1", "𝐱²", "a‍b", "x٠ = 1", "٠x = 1", "€ = 1", "a b", "x¨ = 1", "ᢅ = 1", "℮ = 1"]:
    try:
        tree = ast.parse(source)
        print(ascii(source), ascii([node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]), source.split()[0].isidentifier())
    except SyntaxError as error:
        print(ascii(source), ascii(error.msg), error.offset)
for text in [r"'\N{NO SUCH NAME}'", r"'\N{}'", r"'\N'", r"'\N{BULLET'", r"b'\N{BULLET}'", r"r'\N{x}'", r"f'\N{BULLET}{1}'", r"'\N{KEYCAP DIGIT ONE}'"]:
    try:
        print(text, ascii(ast.literal_eval(text)) if text[0] != "f" else ascii(eval(text)))
    except SyntaxError as error:
        print(text, error.msg)
