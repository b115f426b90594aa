/**
 * The only file that knows all builtin types: importing it gives each its table. Bases come before
 * what derives from them; types that belong to the VM (frame, generator, ...) complete themselves there.
 */
import "./types/object.ts";
import "./types/descriptor.ts";
import "./types/builtin.ts";
import "./types/type.ts";
import "./types/none.ts";
import "./types/not_implemented.ts";
import "./types/ellipsis.ts";
import "./types/int.ts";
import "./types/bool.ts";
import "./types/float.ts";
import "./types/complex.ts";
import "./types/str.ts";
import "./types/bytes.ts";
import "./types/bytearray.ts";
import "./types/tuple.ts";
import "./types/list.ts";
import "./types/dict.ts";
import "./types/dict-views.ts";
import "./types/set.ts";
import "./types/range.ts";
import "./types/slice.ts";
import "./types/iterators.ts";
import "./types/enumerate.ts";
import "./types/zip.ts";
import "./types/map.ts";
import "./types/filter.ts";
import "./types/reversed.ts";
import "./types/mappingproxy.ts";
import "./types/simple_namespace.ts";
import "./types/generic_alias.ts";
import "./types/union.ts";
import "./types/method.ts";
import "./types/property.ts";
import "./types/staticmethod.ts";
import "./types/super.ts";
import "./types/module.ts";
import "./types/function.ts";
import "./types/code.ts";
import "./types/cell.ts";
import "./types/exceptions/base_exception.ts";
import "./types/exceptions/simple.ts";
import "./types/exceptions/os_error.ts";
import "./types/exceptions/unicode_error.ts";
import "./types/exceptions/exception_group.ts";
