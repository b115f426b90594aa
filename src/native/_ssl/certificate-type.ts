/** Certificate: one of those that a peer has sent (CPython Modules/_ssl/cert.c). */
import { NOT_IMPLEMENTED } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { PyBytes, strFromJs } from "../../objects/kernel/payload.ts";
import { valueError } from "../../objects/kernel/raise.ts";
import { certificateDict } from "./certificate.ts";
import { ENCODINGS } from "./constants.ts";
import { plainError } from "./errors.ts";
import { certificatePem } from "./pem.ts";

export class PyCertificate extends PyObject {
  constructor(readonly der: Uint8Array) {
    super(CERTIFICATE);
  }
}

/** The dict of a certificate's bytes. */
export function certificateInfo(der: Uint8Array): Value {
  const dict = certificateDict(der);
  if (dict === undefined) throw plainError("Error decoding certificate");
  return dict;
}

const isSame = ({ der }: PyCertificate, other: PyCertificate): boolean =>
  der.length === other.der.length && der.every((byte, i) => byte === other.der[i]);

function publicBytes({ der }: PyCertificate, format: Value): Value {
  const kind = Number(toIndex(format));
  if (kind === ENCODINGS.ENCODING_PEM) return strFromJs(certificatePem(der));
  if (kind === ENCODINGS.ENCODING_DER) return new PyBytes(der);
  throw valueError("Unsupported format");
}

export const CERTIFICATE: PyType = defineType<PyCertificate>("_ssl.Certificate", {
  traits: { noConstructor: true },
  slots: {
    __eq__: (self, other) => (other instanceof PyCertificate ? isSame(self, other) : NOT_IMPLEMENTED),
    __ne__: (self, other) => (other instanceof PyCertificate ? !isSame(self, other) : NOT_IMPLEMENTED),
    __hash__: ({ der }) => der.reduce((sum, byte) => (sum * 31 + byte) | 0, 7),
  },
  methods: {
    public_bytes: [`($self, /, format=${ENCODINGS.ENCODING_PEM})`, undefined, publicBytes],
    get_info: ["($self, /)", undefined, ({ der }: PyCertificate) => certificateInfo(der)],
  },
});
