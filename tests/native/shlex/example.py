"""shlex: split, quote, join, and the class with its knobs."""
import io
import shlex

for text in ["a b  c", "'a b' \"c d\"", r"a\ b 'c\d' \"e", "a'b'c", "''", "a # b", "  ", "x='1 2'", r'"a\"b\\c\d"', "é ü", "a;b|c&&d>e", "\t\na\n"]:
    print(repr(text), shlex.split(text), shlex.split(text, posix=False), shlex.split(text, comments=True))
for text in ["'abc", '"abc', "abc\\"]:
    try:
        print(shlex.split(text))
    except ValueError as error:
        print(error)
for text in ["", "a", "a b", "it's", "$x", "a=b", "é", "a/b.c-d_e@f:g,h+i%j"]:
    print(shlex.quote(text), shlex.split(shlex.quote(text)) == [text])
print(shlex.join(["echo", "a b", "it's", ""]))
for chars in (False, True, "|;"):
    print(chars, list(shlex.shlex("a && b || c; d >'out put' *.txt ~/x --y=z", posix=True, punctuation_chars=chars)))
print(list(shlex.shlex("name = 'value' # comment\nother: 3.5 -x", posix=False)))


class Include(shlex.shlex):
    FILES = {"inner": "x y\n"}

    def sourcehook(self, newfile):
        return newfile, io.StringIO(self.FILES[newfile.strip('"')])


lexer = Include('a source "inner" b', infile="<main>", posix=True)
lexer.source = "source"
print(list(lexer))
lexer = shlex.shlex("one two\nthree", infile="<text>", posix=True)
lexer.push_token("pushed")
print(lexer.get_token(), lexer.get_token(), lexer.lineno, lexer.get_token(), lexer.get_token(), lexer.lineno, lexer.get_token() is lexer.eof)
print(lexer.error_leader(), lexer.error_leader("file", 7))
lexer = shlex.shlex("a,b c", posix=True)
lexer.whitespace, lexer.whitespace_split, lexer.commenters = ",", True, ""
print(list(lexer), lexer.whitespace)
try:
    lexer.punctuation_chars = "x"
except AttributeError as error:
    print("read-only")
