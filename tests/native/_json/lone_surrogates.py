# Surrogates in JSON: two escapes make one character, lone ones in the text stay alone whatever stands beside them.
import json
def show(text):
    try:
        print(ascii(json.loads(text)))
    except ValueError as error:
        print(ascii(str(error)))
high, low = "\ud83d", "\udc0d"
show(r'"\ud83d\udc0d"')
show(r'"\ud83d\ud83d\udc0d"')
show(r'"\udc0d\ud83d"')
show(r'"\ud83dx\udc0d"')
show(f'"{high}{low}"')
show(rf'"\ud83d{low}"')
show(rf'"{high}\udc0d"')
show(rf'"{high}\ud83d\udc0d{low}"')
show(rf'["\U0001f40d{high}{low}", "a{low}b"]')
show(f'{{"{high}{low}": "{low}{high}"}}')
show(r'"\ud83d\u00"')
show(r'"\ud83d\uzzzz"')
show(f'"{high}{low}" x')
show(f'["{high}{low}\U0001f40d", x]')
show(f'"{high}{low}')
print(ascii(json.dumps(high + low)), ascii(json.dumps("\U0001f40d")), ascii(json.dumps(low + high)))
print(json.loads(json.dumps(low + "\U0001f40d" + high)) == low + "\U0001f40d" + high)
scan = json.decoder.scanstring
print([ascii(part) for part in scan(f'{high}{low}\U0001f40d" rest', 0)], scan(f'{high}{low}"', 1)[1])
