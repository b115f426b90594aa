# Records from text: parsing, grouping, totals with Decimal-free money, and a table.
from collections import defaultdict
from dataclasses import dataclass, field

RAW = """\
# id, name, price, tags
1, Teapot, 19.99, kitchen;ceramic
2, Cup, 4.50, kitchen
3, Lamp, 35.00, living room;light
x, Broken, 1.00,
4, Spoon, abc, kitchen
5, Kettle, 29.95, kitchen;metal
"""


@dataclass(order=True, frozen=True)
class Product:
    cents: int
    name: str
    tags: frozenset = field(default=frozenset(), compare=False)

    @classmethod
    def parse(cls, line):
        number, name, price, tags = (part.strip() for part in line.split(","))
        int(number)
        whole, _, fraction = price.partition(".")
        return cls(int(whole) * 100 + int(fraction), name, frozenset(filter(None, tags.split(";"))))

    @property
    def price(self):
        return f"{self.cents // 100}.{self.cents % 100:02}"


products, errors = [], []
for number, line in enumerate(RAW.splitlines(), 1):
    if line.startswith("#"):
        continue
    try:
        products.append(Product.parse(line))
    except ValueError as error:
        errors.append(f"line {number}: {error}")
print(*errors, sep="\n")
by_tag = defaultdict(list)
for product in sorted(products):
    for tag in product.tags:
        by_tag[tag].append(product)
for tag, group in sorted(by_tag.items()):
    print(f"{tag:<12} {len(group)} {sum(p.cents for p in group) / 100:>7.2f} {', '.join(p.name for p in group)}")
print(max(products).name, min(products).price, len({p.tags for p in products}))
