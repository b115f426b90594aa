# Which settings of contexts are deprecated.
import ssl
import warnings


def told(function, *args):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        function(*args)
    print(args[1:] or args, [(each.category.__name__, str(each.message), each.filename == __file__) for each in caught])


for protocol in ssl.PROTOCOL_TLS, ssl.PROTOCOL_TLSv1, ssl.PROTOCOL_TLSv1_1, ssl.PROTOCOL_TLSv1_2, ssl.PROTOCOL_TLS_CLIENT:
    told(ssl.SSLContext, protocol)
told(ssl.SSLContext)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
for version in ssl.TLSVersion:
    told(setattr, context, "minimum_version", version)
for version in ssl.TLSVersion:
    told(setattr, context, "maximum_version", version)
for option in ssl.Options:
    told(setattr, context, "options", option)
told(setattr, context, "options", ssl.OP_NO_TLSv1_3 | ssl.OP_NO_TLSv1)
told(setattr, context, "options", ssl.OP_NO_TLSv1)
