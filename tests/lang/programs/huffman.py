# Huffman codes with heapq; decoding gives the text back.
import heapq
from collections import Counter


def codes(text):
    heap = [(n, i, c) for i, (c, n) in enumerate(sorted(Counter(text).items()))]
    heapq.heapify(heap)
    serial = len(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], serial, (a[2], b[2])))
        serial += 1
    table = {}

    def walk(node, prefix):
        match node:
            case (left, right):
                walk(left, prefix + "0")
                walk(right, prefix + "1")
            case leaf:
                table[leaf] = prefix or "0"

    walk(heap[0][2], "")
    return table


text = "abracadabra alakazam"
table = codes(text)
encoded = "".join(table[c] for c in text)
back, key, inverse = "", "", {v: k for k, v in table.items()}
for bit in encoded:
    key += bit
    if key in inverse:
        back, key = back + inverse[key], ""
print(sorted(table.items()), len(encoded), back == text)
