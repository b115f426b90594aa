# A class may be made with keys that are no str: its __dict__ shows them.
C = type('C', (), {1: 2, 'a': 3, (1, 2): 4})
print(C.__dict__[1], C.__dict__[(1, 2)], C.__dict__.get(1), C.__dict__.get(5))
print([k for k in C.__dict__ if not isinstance(k, str)], 1 in C.__dict__, 2 in C.__dict__)
print(len(C.__dict__) == len(list(C.__dict__)), C.a)


class Meta(type):
    @classmethod
    def __prepare__(metacls, name, bases):
        return {1: 2}


class D(metaclass=Meta):
    x = 1
    locals()[3] = 4


print(D.__dict__[1], D.__dict__[3])
for value in (C, C(), D):
    try:
        dir(value)
    except TypeError as error:
        print(str(error).split(' between')[0])


class K:
    pass


k = K()
k.__dict__[5] = 6
print(k.__dict__, vars(k))
k.__dict__ = {1: 2, 'z': 3}
print(k.z, k.__dict__)


def f():
    pass


f.__dict__[1] = 2
print(f.__dict__)
