/**
 * The exceptions of _ssl and their texts (CPython Modules/_ssl.c, PySSL_SetError, fill_and_set_sslerror).
 *
 * A text names the library, the reason and the line of _ssl.c that would have raised it; `LINES` are those lines.
 */
import { TlsFailure } from "../../host/tls.ts";
import { setAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { isInstance, NONE, STR } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import type { PyBaseException } from "../../objects/kernel/payload.ts";
import { strText } from "../../objects/kernel/protocol.ts";
import { newException, PyError } from "../../objects/kernel/raise.ts";
import { WEAKREF_ROW } from "../../objects/types/class-creation.ts";
import { ERROR_CODES } from "./constants.ts";

/** The reason if it is text, else all arguments. */
function errorText(self: PyBaseException): Value {
  const reason = self.fields?.strerror;
  return reason !== undefined && isInstance(reason, STR) ? reason : strText(self.args);
}

const traits = { heap: true, basetype: true, instanceDict: true, weakrefs: true } as const;

export const SSL_ERROR: PyType = defineType<PyBaseException>("ssl.SSLError", {
  base: EXCEPTIONS.OSError,
  doc: "An error occurred in the SSL implementation.",
  traits: { ...traits, heap: false },
  slots: { __str__: errorText },
});

const kind = (name: string, doc: string, bases?: PyType[]): PyType =>
  defineType(`ssl.${name}`, {
    base: SSL_ERROR,
    ...(bases === undefined ? {} : { bases }),
    doc,
    traits,
    getset: { __weakref__: WEAKREF_ROW },
  });

export const VERIFICATION_ERROR = kind("SSLCertVerificationError", "A certificate could not be verified.", [
  SSL_ERROR,
  EXCEPTIONS.ValueError,
]);
export const ZERO_RETURN_ERROR = kind("SSLZeroReturnError", "SSL/TLS session closed cleanly.");
export const WANT_READ_ERROR = kind(
  "SSLWantReadError",
  "Non-blocking SSL socket needs to read more data\nbefore the requested operation can be completed.",
);
export const WANT_WRITE_ERROR = kind(
  "SSLWantWriteError",
  "Non-blocking SSL socket needs to write more data\nbefore the requested operation can be completed.",
);
export const SYSCALL_ERROR = kind("SSLSyscallError", "System error when attempting SSL operation.");
export const EOF_ERROR = kind("SSLEOFError", "SSL/TLS connection terminated abruptly.");

/** By what was being done. */
export const LINES = {
  handshake: 1000,
  handshakeTimeout: 983,
  read: 2559,
  write: 2406,
  shutdown: 2685,
  chain: 3896,
  key: 3917,
  data: 4015,
  locations: 4147,
  parameters: 4195,
  serverOfClient: 799,
  clientOfServer: 806,
} as const;

export type Place = keyof typeof LINES;

const at = (place: Place): string => `(_ssl.c:${LINES[place]})`;

/** An SSLError with nothing but a text. */
export const plainError = (message: string): PyError => new PyError(newException(SSL_ERROR, message));

interface Details {
  readonly library?: string;
  readonly reason?: string;
  readonly number: number;
  readonly text: string;
}

export function sslError(type: PyType, place: Place, { library, reason, number, text }: Details): PyError {
  const source = library === undefined ? "" : reason === undefined ? `[${library}] ` : `[${library}: ${reason}] `;
  const exception = call(type, number, `${source}${text} ${at(place)}`) as PyBaseException;
  setAttr(exception, "reason", reason ?? NONE);
  setAttr(exception, "library", library ?? NONE);
  return new PyError(exception);
}

/** OpenSSL's names of its parts that are not their first word in capitals. */
const LIBRARIES: Readonly<Record<string, string>> = {
  "x509 certificate routines": "X509",
  "X509 V3 routines": "X509V3",
  "asn1 encoding routines": "ASN1",
  "elliptic curve routines": "EC",
  "digital envelope routines": "EVP",
  "rsa routines": "RSA",
  "bignum routines": "BN",
  "random number generator": "RAND",
};

const libraryName = (library: string): string => LIBRARIES[library] ?? library.split(" ")[0].toUpperCase();
const reasonName = (reason: string): string => reason.toUpperCase().replace(/[^A-Z0-9]+/g, "_");

/** What the library said, during `place`. */
export function failureError({ library, reason }: TlsFailure, place: Place): PyError {
  if (reason === "unexpected eof while reading") return eofError(place);
  return sslError(SSL_ERROR, place, {
    library: libraryName(library),
    reason: reasonName(reason),
    number: ERROR_CODES.SSL_ERROR_SSL,
    text: reason,
  });
}

/** An SSLError of the library's own kind, "wrong version number", which was found out here. */
export const libraryError = (reason: string, place: Place): PyError =>
  failureError(new TlsFailure("SSL routines", reason), place);

export const eofError = (place: Place): PyError =>
  sslError(EOF_ERROR, place, {
    library: "SSL",
    reason: "UNEXPECTED_EOF_WHILE_READING",
    number: ERROR_CODES.SSL_ERROR_EOF,
    text: "EOF occurred in violation of protocol",
  });

export const wantRead = (place: Place): PyError =>
  sslError(WANT_READ_ERROR, place, {
    number: ERROR_CODES.SSL_ERROR_WANT_READ,
    text: "The operation did not complete (read)",
  });

export const wantWrite = (place: Place): PyError =>
  sslError(WANT_WRITE_ERROR, place, {
    number: ERROR_CODES.SSL_ERROR_WANT_WRITE,
    text: "The operation did not complete (write)",
  });

export const zeroReturn = (place: Place): PyError =>
  sslError(ZERO_RETURN_ERROR, place, {
    number: ERROR_CODES.SSL_ERROR_ZERO_RETURN,
    text: "TLS/SSL connection has been closed (EOF)",
  });

/** Of a connection that has failed before. */
export const brokenError = (place: Place): PyError =>
  sslError(SYSCALL_ERROR, place, { number: ERROR_CODES.SSL_ERROR_SYSCALL, text: "Some I/O error occurred" });

/** A certificate is not taken; `message` says why, `code` is OpenSSL's X509_V_ERR_*. */
export function verificationError(code: number, message: string): PyError {
  const error = sslError(VERIFICATION_ERROR, "handshake", {
    library: "SSL",
    reason: "CERTIFICATE_VERIFY_FAILED",
    number: ERROR_CODES.SSL_ERROR_SSL,
    text: `certificate verify failed: ${message}`,
  });
  setAttr(error.exception, "verify_code", code);
  setAttr(error.exception, "verify_message", message);
  return error;
}
