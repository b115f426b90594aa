"""float: comparison."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: 1.5<"a")
show(lambda: 1.5==2**1000)
show(lambda: float("inf")>10**400)
show(lambda: float("nan")==10**400)
show(lambda: 1e16==10**16+1)
show(lambda: 1.0==1+0j)
show(lambda: float("nan")==float("nan"))
show(lambda: (1.0).__eq__(1))
show(lambda: 1.0 == 1)
show(lambda: 1.5 > 1)
show(lambda: 0.1 == 0.1)
show(lambda: float("nan") != float("nan"))
show(lambda: 2.0**53 == 2**53 + 1)
show(lambda: 2**53 + 1 > 2.0**53)
show(lambda: float("inf") == 10**400)
show(lambda: 1.0 == True)
show(lambda: 1.0 == "1")
show(lambda: 1.0 < None)
show(lambda: [float("nan")] == [float("nan")])
