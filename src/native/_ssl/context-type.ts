/** _ssl._SSLContext: the type (CPython Modules/_ssl.c, PySSLContext_Type). */
import { defineType } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { jsString, PyBytes, PyList } from "../../objects/kernel/payload.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { textArgument } from "../../objects/types/text.ts";
import { isAuthority } from "./certificate.ts";
import { certificateInfo } from "./certificate-type.ts";
import { cipherByNumber, cipherFacts } from "./ciphers.ts";
import { wrapBio, wrapSocket } from "./connecting.ts";
import { PROTOCOLS } from "./constants.ts";
import { PySslContext, STATISTICS } from "./context.ts";
import { loadChain, loadLocations, loadParameters, setCiphers, setCurve, setProtocols } from "./context-loading.ts";
import { contextSettings, warnDeprecated } from "./context-settings.ts";

const KINDS: ReadonlySet<number> = new Set(Object.values(PROTOCOLS));

const DEPRECATED_PROTOCOLS: ReadonlyMap<number, string> = new Map([
  [PROTOCOLS.PROTOCOL_TLS, "PROTOCOL_TLS"],
  [PROTOCOLS.PROTOCOL_TLSv1, "PROTOCOL_TLSv1"],
  [PROTOCOLS.PROTOCOL_TLSv1_1, "PROTOCOL_TLSv1_1"],
  [PROTOCOLS.PROTOCOL_TLSv1_2, "PROTOCOL_TLSv1_2"],
]);

function construct(cls: PyType, args: Value[]): Value {
  if (args.length !== 1) throw typeError(`_SSLContext expected 1 argument, got ${args.length}`);
  const protocol = Number(toIndex(args[0]));
  if (!KINDS.has(protocol)) throw valueError(`invalid or unsupported protocol version ${protocol}`);
  const name = DEPRECATED_PROTOCOLS.get(protocol);
  if (name !== undefined) warnDeprecated(`ssl.${name} is`);
  return new PySslContext(cls, protocol);
}

function dictOf(entries: Iterable<readonly [string, Value]>): PyDict {
  const dict = new PyDict();
  for (const [key, value] of entries) dict.set(key, value);
  return dict;
}

function ciphers(self: PySslContext): Value {
  const known = self.cipherNumbers().map(cipherByNumber);
  return new PyList(known.flatMap((each) => (each === undefined ? [] : [cipherFacts(each)])));
}

function storeStatistics({ store }: PySslContext): Value {
  const certificates = store.loaded();
  return dictOf([
    ["x509", certificates.length],
    ["crl", store.revocations().length],
    ["x509_ca", certificates.filter((der) => isAuthority(der)).length],
  ]);
}

function authorities({ store }: PySslContext, binary: Value): Value {
  const isBinary = isTrue(binary);
  return new PyList(
    store
      .loaded()
      .filter((der) => isAuthority(der))
      .map((der) => (isBinary ? new PyBytes(der) : certificateInfo(der))),
  );
}

export const SSL_CONTEXT: PyType = defineType<PySslContext>("_ssl._SSLContext", {
  construct: ["(*args)", construct],
  traits: { basetype: true, weakrefs: true },
  methods: {
    _wrap_socket: [
      "($self, /, sock, server_side, server_hostname=None, *,\n             owner=None, session=None)",
      undefined,
      wrapSocket,
    ],
    _wrap_bio: [
      "($self, /, incoming, outgoing, server_side,\n          server_hostname=None, *, owner=None, session=None)",
      undefined,
      wrapBio,
    ],
    set_ciphers: [
      "($self, cipherlist, /)",
      undefined,
      (self: PySslContext, list: Value) => {
        textArgument(list, "set_ciphers", "argument");
        setCiphers(self, jsString(list) ?? "");
      },
    ],
    _set_alpn_protocols: ["($self, protos, /)", undefined, setProtocols],
    load_cert_chain: ["($self, /, certfile, keyfile=None, password=None)", undefined, loadChain],
    load_dh_params: ["($self, path, /)", undefined, loadParameters],
    load_verify_locations: ["($self, /, cafile=None, capath=None, cadata=None)", undefined, loadLocations],
    session_stats: [
      "($self, /)",
      undefined,
      ({ statistics }: PySslContext) => dictOf(STATISTICS.map((name) => [name, statistics.get(name) ?? 0] as const)),
    ],
    set_default_verify_paths: [
      "($self, /)",
      undefined,
      (self: PySslContext) => {
        self.store.addDefaults();
        self.changed();
      },
    ],
    set_ecdh_curve: ["($self, name, /)", undefined, setCurve],
    cert_store_stats: [
      "($self, /)",
      "Returns quantities of loaded X.509 certificates.\n\nX.509 certificates with a CA extension and certificate revocation lists\ninside the context's cert store.\n\nNOTE: Certificates in a capath directory aren't loaded unless they have\nbeen used at least once.",
      storeStatistics,
    ],
    get_ca_certs: [
      "($self, /, binary_form=False)",
      "Returns a list of dicts with information of loaded CA certs.\n\nIf the optional argument is True, returns a DER-encoded copy of the CA\ncertificate.\n\nNOTE: Certificates in a capath directory aren't loaded unless they have\nbeen used at least once.",
      authorities,
    ],
    get_ciphers: ["($self, /)", undefined, ciphers],
  },
  getset: contextSettings,
});
