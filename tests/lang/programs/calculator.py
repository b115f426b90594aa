# A recursive-descent calculator with variables and errors.
import re

TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|([a-z]\w*)|(.))")


class Calculator:
    def __init__(self):
        self.variables = {"pi": 3.14159}

    def evaluate(self, text):
        self.tokens = [(m[1] or m[2] or m[3]) for m in TOKEN.finditer(text) if m[0].strip()]
        self.at = 0
        if len(self.tokens) > 1 and self.tokens[1] == "=":
            name = self.tokens[0]
            self.at = 2
            self.variables[name] = value = self.sum()
        else:
            value = self.sum()
        if self.at < len(self.tokens):
            raise SyntaxError(f"unexpected {self.tokens[self.at]!r}")
        return value

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self):
        token = self.peek()
        self.at += 1
        return token

    def sum(self):
        value = self.product()
        while self.peek() in ("+", "-"):
            value = value + self.product() if self.take() == "+" else value - self.product()
        return value

    def product(self):
        value = self.power()
        while self.peek() in ("*", "/"):
            value = value * self.power() if self.take() == "*" else value / self.power()
        return value

    def power(self):
        base = self.atom()
        if self.peek() == "^":
            self.take()
            return base ** self.power()
        return base

    def atom(self):
        token = self.take()
        match token:
            case None:
                raise SyntaxError("unexpected end")
            case "-":
                return -self.atom()
            case "(":
                value = self.sum()
                if self.take() != ")":
                    raise SyntaxError("missing )")
                return value
            case _ if token[0].isdigit():
                return float(token) if "." in token else int(token)
            case _ if token.isidentifier():
                return self.variables[token]
            case _:
                raise SyntaxError(f"bad token {token!r}")


c = Calculator()
for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "x = 7 / 2", "x * -2", "pi * x", "1 / 0", "(1", "y", "1 2", "$", "", "10 - 4 - 3"):
    try:
        print(text, "=", c.evaluate(text))
    except (SyntaxError, ZeroDivisionError, KeyError) as error:
        print(text, "->", type(error).__name__, error)
