# pycparser: C99 to trees and back, with types, declarations, errors.
from pycparser import c_ast, c_generator, c_parser

SOURCE = r"""
typedef unsigned long size_t;
struct node { int value; struct node *next; unsigned flag : 3; };
enum color { RED, GREEN = 5, BLUE };
static const char *names[] = { "a", "b\n", [3] = "c" };
int (*table[4])(int, char **);
extern int printf(const char *format, ...);
#line 10 "other.c"
static inline int sum(struct node *list, size_t n)
{
    int total = 0, i;
    for (i = 0; list != ((void *) 0) && i < n; i++, list = list->next)
        total += list->value << 1 | ~i & 0xFFu;
    do { total--; if (total % 2) continue; else break; } while (total > 0);
    switch (total) { case RED: return -1; default: goto end; }
end:
    return total ? sizeof(struct node) : (int) 1.5e3;
}
"""
parser = c_parser.CParser()
tree = parser.parse(SOURCE, "source.c")
print(c_generator.CGenerator().visit(tree))
tree.ext[1].show(attrnames=True, nodenames=True)


class Find(c_ast.NodeVisitor):
    def visit_FuncDef(self, node):
        print(node.decl.name, node.decl.coord, [p.name for p in node.decl.type.args.params])
        self.generic_visit(node)

    def visit_BinaryOp(self, node):
        print(node.op, end=" ")
        self.generic_visit(node)


Find().visit(tree)
print()
print(c_ast.ID("x"), tree.ext[-1].body.block_items[0])
for bad in ("int x = ;", "int f( { }", "void g() { @ }", "}", "int a[", "x y z;"):
    try:
        c_parser.CParser().parse(bad, "bad.c")
    except Exception as error:
        print(type(error).__name__, error)
