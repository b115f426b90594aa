"""int: format."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (5).__format__(5))
show(lambda: (5).__format__())
show(lambda: (5).__format__("x",1))
show(lambda: (10**5000).__format__("d"))
show(lambda: format(1+2j,""))
show(lambda: format(1+2j,".2f"))
show(lambda: format(1+2j,">20"))
show(lambda: format(1+2j,"=20"))
show(lambda: format(1+2j,"020"))
show(lambda: format(1+2j,"d"))
show(lambda: format(1+2j,",.1f"))
show(lambda: format(1+2j,"+"))
show(lambda: format(12345678,","))
show(lambda: format(12345678,"_x"))
show(lambda: format(255,"#010x"))
show(lambda: format(3,"c"))
show(lambda: format(1114112,"c"))
show(lambda: format(-1,"c"))
show(lambda: format(5,"%"))
show(lambda: format(5,".3"))
show(lambda: format(5,".3f"))
show(lambda: format(5,"s"))
show(lambda: format(5,"\U00010000>3"))
show(lambda: format(0xd800,"c"))
show(lambda: format(10**5000,""))
show(lambda: format(10**5000,"x")[:5])
