# Word counts, alignment and wrapping of a text.
import textwrap
from collections import Counter, defaultdict

TEXT = """It is a truth universally acknowledged, that a single man in possession
of a good fortune, must be in want of a wife. However little known the feelings
or views of such a man may be on his first entering a neighbourhood, this truth
is so well fixed in the minds of the surrounding families."""

words = [w.strip(".,").lower() for w in TEXT.split()]
counts = Counter(words)
for word, n in sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:5]:
    print(f"{word:<10}{'#' * n:<8}{n:>3}")
by_length = defaultdict(list)
for word in sorted(set(words)):
    by_length[len(word)].append(word)
for length in sorted(by_length)[-4:]:
    print(length, ", ".join(by_length[length]))
print(textwrap.fill(TEXT, 50, initial_indent="* ", subsequent_indent="  "))
print(TEXT.count("a "), TEXT.title()[:30], TEXT.find("man"), TEXT.splitlines()[1][:12], "-".join(words[:4]))
