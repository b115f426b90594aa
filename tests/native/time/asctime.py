"""asctime, and struct_time as a value."""
import time

print(time.asctime((2024, 2, 9, 3, 4, 5, 4, 40, 0)))
print(time.asctime(time.gmtime(0)))
moment = time.struct_time(range(9))
print(moment, moment.tm_zone, moment.tm_gmtoff)
print(moment == tuple(range(9)), moment < time.gmtime(0), hash(moment) == hash(tuple(range(9))))
print(time.struct_time.n_fields, time.struct_time.n_sequence_fields, time.struct_time.__match_args__)
for arg in [5, (1, 2), (2024, 0, 0, 0, 60, 0, 0, 0, 0), ("a",) * 9]:
    try:
        print(time.asctime(arg))
    except Exception as error:
        print(type(error).__name__, error)
try:
    time.struct_time((1, 2, 3))
except TypeError as error:
    print(error)
