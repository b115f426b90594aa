# Thousands of objects with weak callbacks in one list, dropped one by one.
import gc
import weakref


class Key:
    def __init__(self, number):
        self.number = number


NUMBER = 12_000
table = weakref.WeakKeyDictionary()
keys = []
for number in range(NUMBER):
    key = Key(number)
    keys.append(key)
    table[key] = number
    del key
print(len(table), table[keys[0]], table[keys[-1]])
while len(keys) > 3:
    keys.pop(len(keys) * 7 // 11)
gc.collect()
print(len(table), sorted(table.values()) == [key.number for key in keys])
keys = list(keys)
gc.collect()
keys.pop()
gc.collect()
print(len(table))
keys.clear()
gc.collect()
print(len(table))
