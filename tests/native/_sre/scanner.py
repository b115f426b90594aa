"""The scanner, and a tokenizer made of named groups."""
import re

scanner = re.compile(r"\d+|[a-z]+").scanner("12ab-3")
print(scanner.match(), scanner.match(), scanner.match(), scanner.match(), scanner.pattern)
scanner = re.compile("a?").scanner("ba", 0)
print([scanner.search() and True for _ in range(4)])
TOKENS = re.compile(r"(?P<number>\d+(?:\.\d*)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>[-+*/=()])|(?P<space>\s+)|(?P<bad>.)")
print([(m.lastgroup, m.group(), m.start()) for m in TOKENS.finditer("x1 = 3.14*(y+2)?") if m.lastgroup != "space"])
scanner = re.Scanner([(r"\d+", lambda s, tok: int(tok)), (r"[a-z]+", lambda s, tok: tok.upper()), (r"\s+", None)])
print(scanner.scan("12 ab 3 !rest"))
