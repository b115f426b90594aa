"""Sets that become bitmaps, ranges and negations."""
import re

everything = "".join(map(chr, range(0x20, 0x180)))
for pattern in ["[a-z0-9_.-]", "[^\\x00-\\x7f]", "[aeiouAEIOU]", "[\\u0100-\\u0110xyz]", "[a\\u0150b\\u0160]", "[^a\\u0150]", "[\\w]", "[^\\w]", "[\\W\\d]",
                "[^\\W_]", "[\\s\\S]", "[^\\s\\S]", "[ac-eg-ik-mo]", "[0-9a-fA-F]", "[^0-9a-fA-F]"]:
    found = re.findall(pattern, everything)
    print(pattern, len(found), ascii("".join(found[:6])), ascii("".join(found[-6:])))
wide = re.compile("[\u0391-\u03a9\u03b1-\u03c9\u0410-\u044f\u3041\u3043\u3045]+")
print([m.span() for m in wide.finditer("abc \u0391\u03b2\u03b3 \u0410\u0411\u0412 \u3041\u3042\u3043")])
