# break, continue, return and raise through nested loops with else, try, finally and with: the order of everything that runs.
import itertools
def trial(action, where):
    log = []
    class M:
        def __enter__(self): log.append("enter")
        def __exit__(self, *exc): log.append(f"exit {exc[0] and exc[0].__name__}"); return action == "swallow"
    def act(place, i):
        if place == where and i == 1:
            if action in ("raise", "swallow"): raise KeyError(place)
            return action
        return None
    def run():
        for i in range(3):
            log.append(i)
            try:
                with M():
                    answer = act("with", i)
                    if answer == "break": break
                    if answer == "continue": continue
                    if answer == "return": return "with"
                answer = act("try", i)
                if answer == "break": break
                if answer == "continue": continue
                if answer == "return": return "try"
            except KeyError as error:
                log.append(f"except {error}")
                answer = act("except", i)
                if answer == "break": break
            else:
                log.append("else")
                answer = act("else", i)
                if answer == "break": break
                if answer == "continue": continue
                if answer == "return": return "else"
            finally:
                log.append("finally")
                answer = act("finally", i)
                if answer == "break": break
                if answer == "return": return "finally"
            log.append("end of body")
        else:
            log.append("loop else")
        return "after"
    try: result = run()
    except KeyError as error: result = f"escaped {error}"
    return result, log
for action, where in itertools.product(("break", "continue", "return", "raise", "swallow"), ("with", "try", "else", "finally")):
    print(action, where, *trial(action, where))
def while_else(n):
    out = []
    while n:
        n -= 1
        if n == 2: continue
        if n == 7: break
        out.append(n)
    else:
        out.append("else")
    return out
print([while_else(n) for n in (0, 1, 4, 9)])
def nested():
    for a in range(3):
        for b in range(3):
            if b == a: break
        else:
            yield a, "inner else"
            continue
        if a == 2: break
        yield a, b
    else:
        yield "outer else"
print(list(nested()))
def finally_overrides():
    for i in (1, 2):
        try: return i
        finally:
            if i == 1: continue
    return "end"
def return_value_fixed():
    x = [1]
    try: return x
    finally: x.append(2); x = "other"
def raise_in_else():
    try:
        try: pass
        except Exception: return "wrong"
        else: raise ValueError("else")
        finally: pass
    except ValueError as error: return str(error)
print(finally_overrides(), return_value_fixed(), raise_in_else())
