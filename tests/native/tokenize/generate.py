"""generate_tokens and tokenize: the tokens of a small program, exact types, encodings."""
import io
import tokenize

source = '''def f(a):  # comment
    """Doc
    string"""
    return {a: f"{a!r:>{a}}" 'x'}

'''
for token in tokenize.generate_tokens(io.StringIO(source).readline):
    print(token)
for token in tokenize.tokenize(io.BytesIO(b"# -*- coding: latin-1 -*-\nx = '\xe9' -> 1 ** 2\n").readline):
    print(tokenize.tok_name[token.type], tokenize.tok_name[token.exact_type], repr(token.string), token.start, token.end)
for data in (b"", b"\xef\xbb\xbfx", b"# coding: ascii\n", b"#!x\n# vim: set fileencoding=iso-8859-15 :\n", b"x\n# coding: latin-1\n"):
    print(tokenize.detect_encoding(io.BytesIO(data).readline))
for data in (b"# coding: nothing\n", b"\xef\xbb\xbf# coding: latin-1\n", b"\xff\n"):
    try:
        tokenize.detect_encoding(io.BytesIO(data).readline)
    except SyntaxError as error:
        print(error)
