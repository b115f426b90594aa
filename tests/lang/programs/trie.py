# A trie with autocompletion, wildcard search and removal.
class Trie:
    def __init__(self, *words):
        self.root = {}
        for word in words:
            self.add(word)

    def add(self, word):
        node = self.root
        for c in word:
            node = node.setdefault(c, {})
        node[""] = True

    def __contains__(self, word):
        node = self._walk(word)
        return node is not None and "" in node

    def _walk(self, prefix):
        node = self.root
        for c in prefix:
            if c not in node:
                return None
            node = node[c]
        return node

    def complete(self, prefix):
        def collect(node, path):
            for c in sorted(node):
                if c == "":
                    yield path
                else:
                    yield from collect(node[c], path + c)

        if (node := self._walk(prefix)) is not None:
            yield from collect(node, prefix)

    def match(self, pattern, node=None, path=""):
        node = self.root if node is None else node
        if not pattern:
            if "" in node:
                yield path
            return
        head, tail = pattern[0], pattern[1:]
        for c in sorted(k for k in node if k):
            if head in (c, "?"):
                yield from self.match(tail, node[c], path + c)

    def remove(self, word, node=None):
        node = self.root if node is None else node
        if not word:
            del node[""]
        else:
            self.remove(word[1:], node[word[0]])
            if not node[word[0]]:
                del node[word[0]]

    def __iter__(self):
        return self.complete("")


t = Trie("tea", "ten", "to", "in", "inn", "i", "tent")
print(list(t), list(t.complete("te")), list(t.match("t?n")), list(t.match("??")), "te" in t, "tea" in t)
t.remove("ten")
t.remove("inn")
print(list(t), t.root["i"])
try:
    t.remove("nothing")
except KeyError as error:
    print("KeyError", error)
