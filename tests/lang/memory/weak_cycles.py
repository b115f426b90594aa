# A collection ends what is weakly referenced in a cycle, and dead subclasses.
import gc, weakref
class A: pass
a=A(); a.me=a; w=weakref.ref(a); del a
print(w() is None); gc.collect(); print(w() is None)
a=A(); a.me=a; w=weakref.ref(a); del a
gc.collect(); print(w() is None)
class P: pass
class C(P): pass
print(len(P.__subclasses__()))
del C
print(len(P.__subclasses__()))
gc.collect(); print(P.__subclasses__())
class D(P): pass
w=weakref.ref(D); del D; gc.collect(); print(w() is None, P.__subclasses__())
