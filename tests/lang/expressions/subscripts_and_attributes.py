# Long chains of calls, subscripts and attributes; tuples as keys; nested displays.
class A:
    def __init__(self, path=""):
        self.path = path

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return A(f"{self.path}.{name}")

    def __getitem__(self, key):
        return A(f"{self.path}[{key!r}]")

    def __call__(self, *args, **kwargs):
        return A(f"{self.path}({', '.join([*map(repr, args), *(f'{k}={v!r}' for k, v in kwargs.items())])})")

    def __repr__(self):
        return self.path


a = A("a")
print(a.b.c[0]["x"](1, y=2)[1:2, ...].d()(a.e)[a])
data = {"users": [{"name": "Ann", "roles": ("admin", "dev")}, {"name": "Bob", "roles": ()}], (1, 2): {"t": {3: [4]}}}
print(data["users"][0]["roles"][-1][0], data[1, 2]["t"][3][0], [u["name"] for u in data["users"] if u["roles"]])
data["users"][1]["roles"] += ("ops",)
data[1, 2]["t"][3].append(5)
data.setdefault("new", {}).setdefault("deep", []).append(1)
print(data["users"][1], data[(1, 2)], data["new"])
matrix = [[i * 3 + j for j in range(3)] for i in range(3)]
matrix[1][1:] = [0, 0]
matrix[0][0], matrix[2][2] = matrix[2][2], matrix[0][0]
print(matrix, matrix[-1][-1], [row[::-1] for row in matrix[::-1]])
print("abc".upper().lower().replace("a", "x").split("x")[1].join(["-", "-"]), (lambda: {"k": [1, (2, 3)]})()["k"][1][0])
print({"a": {"b": {"c": 1}}}["a"]["b"]["c"], [[[1]]][0][0][0], (((1,),),)[0][0][0], {1: 2}[1] if {1: 2} else None)
