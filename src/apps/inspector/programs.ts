/** Programs to start from, each with something to see in it. */
export interface Sample {
  readonly name: string;
  readonly text: string;
  /** Modules beside it: names in the program's folder, and what is in them. */
  readonly files?: Readonly<Record<string, string>>;
}

export const SAMPLES: readonly Sample[] = [
  {
    name: "Comprehension",
    text: `print([x + 1 for x in y])
`,
  },
  {
    name: "Closure",
    text: `def counter(start=0):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


tick = counter(10)
print(tick(), tick(5))
`,
  },
  {
    name: "Constants fold",
    text: `SECONDS = 24 * 60 * 60
NAMES = ("tea", "chai") + ("mate",)
if "oolong" in ["tea", "chai", "oolong"]:
    print(-SECONDS, not NAMES)
`,
  },
  {
    name: "Exceptions",
    text: `def parse(text):
    try:
        return int(text)
    except ValueError as error:
        print("no number:", error)
    finally:
        print("done")
    return None


parse("12")
parse("tea")
`,
  },
  {
    name: "Generator",
    text: `def fibonacci(limit):
    a, b = 0, 1
    while a < limit:
        yield a
        a, b = b, a + b


print(sum(x for x in fibonacci(100) if x % 2 == 0))
`,
  },
  {
    name: "Match",
    text: `def describe(point):
    match point:
        case (0, 0):
            return "origin"
        case (x, 0) | (0, x):
            return f"on an axis at {x}"
        case {"x": x, "y": y}:
            return f"{x=}, {y=}"
        case _:
            return "elsewhere"
`,
  },
  {
    name: "Import",
    text: `import tea

print(tea.brew("chai"), tea.__cached__)
`,
    files: {
      "tea.py": `def brew(kind, minutes=4):
    return f"{kind}, {minutes} minutes"
`,
    },
  },
  {
    name: "Input",
    text: `import time

name = input("Who is there? ")
for seconds in (3, 2, 1):
    print(seconds, end=" ")
    time.sleep(0.4)
print(f"Tea is ready, {name}!")
`,
  },
];
