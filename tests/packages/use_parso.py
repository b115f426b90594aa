# parso and jedi: trees of Python source with its errors, completion, definitions, signatures.
import jedi
import parso

module = parso.parse("def f(x, *, y=1):\n    '''Doc.'''\n    return x + y  # sum\n\nclass A(f): pass\n")
function = module.children[0]
print(function, [p.name.value for p in function.get_params()], module.get_code() == function.get_code() + module.children[1].get_code() + module.children[2].get_code(), module.dump(indent=1)[:300])
grammar = parso.load_grammar(version="3.11")
for source in "x = (1,\n", "def f(:\n  pass", "a b", "return 1", "if x:\n\tpass\n        y", "f(**a, *b)", "0777", "x := 1", "break":
    tree = grammar.parse(source)
    print(repr(source), [(error.start_pos, error.message) for error in grammar.iter_errors(tree)][:3])
source = '''
import json
class Shape:
    """A shape."""
    def area(self, scale: int = 1) -> float:
        return 1.0
def make(kind):
    return Shape()
shape = make("x")
shape.ar
json.du
shape.area(
'''
script = jedi.Script(source, environment=jedi.api.environment.InterpreterEnvironment())
print([c.name for c in script.complete(10, 8)], [c.name for c in script.complete(11, 7)])
print([(d.name, d.type, d.line) for d in script.infer(9, 2)], [(d.full_name, d.description) for d in script.goto(10, 2)])
print([(s.name, [p.to_string() for p in s.params], s.index) for s in script.get_signatures(12, 11)], [n.name for n in script.get_names()])
