# A stack machine that runs its own little assembler.
PROGRAM = """
    push 10
    store n
    push 1
    store acc
loop:
    load n
    jz end
    load acc
    load n
    mul
    store acc
    load n
    push 1
    sub
    store n
    jmp loop
end:
    load acc
    print
    halt
"""


def assemble(text):
    code, labels = [], {}
    for line in text.strip().splitlines():
        line = line.strip()
        if line.endswith(":"):
            labels[line[:-1]] = len(code)
        else:
            code.append(line.split())
    return [(op, *(labels.get(a, int(a) if a.lstrip("-").isdigit() else a) for a in args)) for op, *args in code]


def run(code):
    stack, variables, pc, steps, output = [], {}, 0, 0, []
    binary = {"mul": lambda a, b: a * b, "sub": lambda a, b: a - b, "add": lambda a, b: a + b}
    while True:
        op, *args = code[pc]
        pc += 1
        steps += 1
        match op, args:
            case "push", [int(n)]:
                stack.append(n)
            case "store", [name]:
                variables[name] = stack.pop()
            case "load", [name]:
                stack.append(variables[name])
            case ("mul" | "sub" | "add"), []:
                b, a = stack.pop(), stack.pop()
                stack.append(binary[op](a, b))
            case "jz", [target]:
                if stack.pop() == 0:
                    pc = target
            case "jmp", [target]:
                pc = target
            case "print", []:
                output.append(stack.pop())
            case "halt", []:
                return output, steps, variables
            case _:
                raise ValueError(f"bad instruction {op} {args}")


code = assemble(PROGRAM)
print(code[:4], len(code))
print(run(code))
try:
    run([("nope",)])
except ValueError as error:
    print(error)
