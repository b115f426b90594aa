# Fluent interfaces, operator sugar and __getitem__ builders.
class Query:
    def __init__(self, rows, steps=()):
        self.rows, self.steps = rows, steps

    def _with(self, step):
        return Query(self.rows, self.steps + (step,))

    def where(self, **conditions):
        return self._with(lambda rows: [r for r in rows if all(r.get(k) == v for k, v in conditions.items())])

    def order(self, key, /, *, reverse=False):
        return self._with(lambda rows: sorted(rows, key=lambda r: r[key], reverse=reverse))

    def __getitem__(self, item):
        if isinstance(item, slice):
            return self._with(lambda rows: rows[item])
        return [r[item] for r in self]

    def __or__(self, other):
        return Query(list(self) + list(other))

    def __iter__(self):
        rows = self.rows
        for step in self.steps:
            rows = step(rows)
        return iter(rows)

    def __len__(self):
        return sum(1 for _ in self)


people = Query([{"name": n, "age": a, "city": c} for n, a, c in [("Ann", 30, "X"), ("Bob", 25, "Y"), ("Cid", 35, "X"), ("Dee", 25, "X")]])
print(people.where(city="X").order("age")["name"], len(people.where(age=25)), people.order("age", reverse=True)[:2]["name"])
print((people.where(city="Y") | people.where(age=35))["name"], people.where(city="Z")["name"], bool(people.where(city="Z")))
