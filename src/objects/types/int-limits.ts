/** The limit on conversions between int and decimal text, shared by int, sys and the compiler's literals. */

/** `sys.get_int_max_str_digits()`; 0 means no limit. */
export const limits = { maxStrDigits: 4300 };
