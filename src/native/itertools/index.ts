/** itertools (CPython Modules/itertoolsmodule.c). */
import { defineModule } from "../../objects/kernel/module.ts";
import { COMBINATIONS, COMBINATIONS_WITH_REPLACEMENT, PERMUTATIONS, PRODUCT } from "./combinatoric.ts";
import { COUNT, CYCLE, REPEAT } from "./endless.ts";
import { GROUPBY, GROUPER } from "./grouping.ts";
import { ACCUMULATE, BATCHED, CHAIN, ZIP_LONGEST } from "./joining.ts";
import { COMPRESS, DROPWHILE, FILTERFALSE, ISLICE, PAIRWISE, STARMAP, TAKEWHILE } from "./selecting.ts";
import { TEE, TEE_DATA, TEE_FUNCTION } from "./tee.ts";

export default defineModule("itertools", {
  doc: "Functional tools for creating and using iterators.\n\nInfinite iterators:\ncount(start=0, step=1) --> start, start+step, start+2*step, ...\ncycle(p) --> p0, p1, ... plast, p0, p1, ...\nrepeat(elem [,n]) --> elem, elem, elem, ... endlessly or up to n times\n\nIterators terminating on the shortest input sequence:\naccumulate(p[, func]) --> p0, p0+p1, p0+p1+p2\nbatched(p, n) --> [p0, p1, ..., p_n-1], [p_n, p_n+1, ..., p_2n-1], ...\nchain(p, q, ...) --> p0, p1, ... plast, q0, q1, ...\nchain.from_iterable([p, q, ...]) --> p0, p1, ... plast, q0, q1, ...\ncompress(data, selectors) --> (d[0] if s[0]), (d[1] if s[1]), ...\ndropwhile(predicate, seq) --> seq[n], seq[n+1], starting when predicate fails\ngroupby(iterable[, keyfunc]) --> sub-iterators grouped by value of keyfunc(v)\nfilterfalse(predicate, seq) --> elements of seq where predicate(elem) is False\nislice(seq, [start,] stop [, step]) --> elements from\n       seq[start:stop:step]\npairwise(s) --> (s[0],s[1]), (s[1],s[2]), (s[2], s[3]), ...\nstarmap(fun, seq) --> fun(*seq[0]), fun(*seq[1]), ...\ntee(it, n=2) --> (it1, it2 , ... itn) splits one iterator into n\ntakewhile(predicate, seq) --> seq[0], seq[1], until predicate fails\nzip_longest(p, q, ...) --> (p[0], q[0]), (p[1], q[1]), ...\n\nCombinatoric generators:\nproduct(p, q, ... [repeat=1]) --> cartesian product\npermutations(p[, r])\ncombinations(p, r)\ncombinations_with_replacement(p, r)\n",
  functions: { tee: TEE_FUNCTION },
  types: {
    accumulate: ACCUMULATE,
    batched: BATCHED,
    chain: CHAIN,
    combinations: COMBINATIONS,
    combinations_with_replacement: COMBINATIONS_WITH_REPLACEMENT,
    compress: COMPRESS,
    count: COUNT,
    cycle: CYCLE,
    dropwhile: DROPWHILE,
    filterfalse: FILTERFALSE,
    groupby: GROUPBY,
    _grouper: GROUPER,
    islice: ISLICE,
    pairwise: PAIRWISE,
    permutations: PERMUTATIONS,
    product: PRODUCT,
    repeat: REPEAT,
    starmap: STARMAP,
    takewhile: TAKEWHILE,
    _tee: TEE,
    _tee_dataobject: TEE_DATA,
    zip_longest: ZIP_LONGEST,
  },
});
