# attrs: classes with converters, validators, slots, comparison, evolve, asdict.
import attr
from attrs import asdict, astuple, define, evolve, field, fields, frozen, make_class, validators


@define
class Point:
    x: int = field(validator=validators.instance_of(int))
    y: int = field(default=0, converter=int)
    tags: list = field(factory=list, repr=False)

    @y.validator
    def _check(self, attribute, value):
        if value < 0:
            raise ValueError(f"{attribute.name} is negative")


@frozen(order=True)
class Version:
    major: int
    minor: int = 0


@attr.s(auto_attribs=True, hash=True)
class Old:
    name: str
    size: float = attr.ib(default=1.5, metadata={"unit": "m"})


point = Point(3, "4")
print(point, point == Point(3, 4), point != Point(3, 5), asdict(point), astuple(point))
point.tags.append("a")
print(evolve(point, x=9), [a.name for a in fields(Point)], Point.__slots__)
for make in (lambda: Point("3"), lambda: Point(1, -1), lambda: Point(1, z=2), lambda: setattr(Version(1), "major", 2), lambda: Point()):
    try:
        make()
    except Exception as error:
        print(type(error).__name__, str(error)[:40])
print(sorted([Version(2), Version(1, 5), Version(1)]), Version(1) < Version(1, 1), hash(Version(1)) == hash(Version(1)))
print(Old("x"), attr.fields(Old).size.metadata["unit"], len({Old("a"), Old("a"), Old("b")}))
Made = make_class("Made", {"a": field(default=1), "b": field(kw_only=True)})
print(Made(b=2), attr.has(Made), attr.resolve_types(Point).__name__)
