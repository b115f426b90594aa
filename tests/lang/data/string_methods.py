# The methods of str that programs use most.
s = "  Hello, World  "
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), s.strip().lower(), s.swapcase().strip(), "abc".capitalize())
print("a,b,,c".split(","), "a b  c ".split(), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "l1\nl2\r\nl3".splitlines(), "".split(), "".split(","))
print("-".join("abc"), "abcabc".find("c"), "abc".rfind("z"), "abcabc".index("b", 2), "banana".count("an"), "x".join([]))
print("hello".replace("l", "L", 1), "hello".startswith(("he", "x")), "hello".endswith("lo", 2), "a-b-c".partition("-"), "a-b-c".rpartition("-"))
print("ab".center(6, "*"), "ab".ljust(4) + "|", "ab".rjust(4), "42".zfill(5), "-42".zfill(5), "a\tb".expandtabs(4))
print("abc".isalpha(), "a1".isalnum(), "12".isdigit(), "½".isnumeric(), " ".isspace(), "Ab C".istitle(), "ABC".isupper(), "a_1".isidentifier(), "é".isascii())
print("abc".translate(str.maketrans("ab", "xy", "c")), "aXbX".removesuffix("X"), "pre-x".removeprefix("pre-"), "ß".upper(), "the cat".title())
print("abc"[::-1], "abc" < "abd", "a" * 3, "%s" % "x", "b" in "abc", min("hello"), sorted("hello"), "".join(sorted(set("hello"))))
for action in ("'abc'.index('z')", "'a' + 1", "'a' * 'b'", "'abc'[5]", "'a'.join([1])", "'a'.split('')", "'abc'['x']", "'{}'.format()", "'x'.center()", "'x'.encode('nope')"):
    try:
        eval(action)
    except (ValueError, TypeError, IndexError, LookupError) as error:
        print(action, type(error).__name__, error)
