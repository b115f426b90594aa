# Cells: shared between closures, empty until bound, emptied by del.
def f():
    x = 1

    def get():
        return x

    def delete():
        nonlocal x
        del x

    def put(v):
        nonlocal x
        x = v

    return get, delete, put


get, delete, put = f()
print(get())
delete()
try:
    get()
except NameError as error:
    print(error)
put("again")
print(get(), get.__closure__[0] is put.__closure__[0])
cell = get.__closure__[0]
cell.cell_contents = "from outside"
print(get())
delete()
try:
    cell.cell_contents
except ValueError as error:
    print(error)
print(type(cell).__name__, len(delete.__closure__))
