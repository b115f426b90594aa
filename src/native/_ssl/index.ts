/**
 * _ssl: encrypted connections (CPython Modules/_ssl.c) over the host's TLS. A host without it has no such module, as a CPython
 * that was built without OpenSSL.
 *
 * Absent, because Node gives no way to it: authentication after the handshake (TLS 1.3), another number of tickets,
 * VERIFY_X509_STRICT, callbacks for each message.
 */
import { host } from "../../host/current.ts";
import { HostError } from "../../host/host.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString, PyBytes, tuple } from "../../objects/kernel/payload.ts";
import { newException, PyError, valueError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { encodedPath } from "../posix/paths.ts";
import { MEMORY_BIO } from "./bio.ts";
import { CERTIFICATE, certificateInfo } from "./certificate-type.ts";
import { SSL_CONNECTION } from "./connection-type.ts";
import * as constants from "./constants.ts";
import { SSL_CONTEXT } from "./context-type.ts";
import {
  EOF_ERROR,
  plainError,
  SSL_ERROR,
  SYSCALL_ERROR,
  VERIFICATION_ERROR,
  WANT_READ_ERROR,
  WANT_WRITE_ERROR,
  ZERO_RETURN_ERROR,
} from "./errors.ts";
import { type KnownObject, objectByIdentifier, objectByName, objectByNumber } from "./objects.ts";
import { blocksOf, isCertificate } from "./pem.ts";
import { SSL_SESSION } from "./session.ts";
import { defaultPlaces, FILE_VARIABLE, FOLDER_VARIABLE, latin1 } from "./store.ts";

const objectTuple = ({ number, short, long, identifier }: KnownObject): Value =>
  tuple([number, short, long, identifier]);

const IDENTIFIER = /^[0-2](\.\d+)+$/;

function objectByText(text: Value, byName: Value): Value {
  const shown = jsString(text) ?? "";
  const found = objectByIdentifier(shown) ?? (isTrue(byName) ? objectByName(shown) : undefined);
  if (found === undefined) throw valueError(IDENTIFIER.test(shown) ? "Unknown object" : `unknown object '${shown}'`);
  return objectTuple(found);
}

function objectOfNumber(value: Value): Value {
  const number = Number(toIndex(value));
  if (number < 1) throw valueError(number < 0 ? "NID must be positive." : "Unknown object");
  const found = objectByNumber(number);
  if (found === undefined) throw valueError(`unknown NID ${number}`);
  return objectTuple(found);
}

function randomBytes(count: Value): Value {
  const size = Number(toIndex(count));
  if (size < 0) throw valueError("num must be positive");
  return new PyBytes(host().randomBytes(size));
}

function decodeCertificate(path: Value): Value {
  let text: string;
  try {
    text = latin1(host().files.readFile(encodedPath(path)));
  } catch (error) {
    if (error instanceof HostError) throw plainError("Can't open file");
    throw error;
  }
  const der = blocksOf(text).find(isCertificate)?.bytes;
  if (der === undefined) throw plainError("Error decoding PEM-encoded file");
  return certificateInfo(der);
}

function verifyPaths(): Value {
  const { file, folder } = defaultPlaces();
  return tuple([FILE_VARIABLE, file, FOLDER_VARIABLE, folder]);
}

/** "3.0.19+quic": the numbers of a version of OpenSSL. */
function versionNumbers(version: string): [major: number, minor: number, patch: number] {
  const [major, minor, patch] = version.split(/[.+-]/).map(Number);
  return [major ?? 0, minor ?? 0, patch ?? 0];
}

export default defineModule("_ssl", {
  doc: "Implementation module for SSL socket operations.  See the socket module\nfor documentation.",
  constants: {
    ...constants.ERROR_CODES,
    ...constants.VERIFY_MODES,
    ...constants.VERIFY_FLAGS,
    ...constants.ALERTS,
    ...constants.PROTOCOLS,
    ...constants.OPTIONS,
    ...constants.HOST_FLAGS,
    ...constants.ENCODINGS,
    ...constants.VERSIONS,
    ...constants.FEATURES,
    _DEFAULT_CIPHERS: constants.DEFAULT_CIPHERS,
  },
  types: {
    _SSLContext: SSL_CONTEXT,
    _SSLSocket: SSL_CONNECTION,
    MemoryBIO: MEMORY_BIO,
    SSLSession: SSL_SESSION,
    Certificate: CERTIFICATE,
    SSLError: SSL_ERROR,
    SSLCertVerificationError: VERIFICATION_ERROR,
    SSLZeroReturnError: ZERO_RETURN_ERROR,
    SSLWantReadError: WANT_READ_ERROR,
    SSLWantWriteError: WANT_WRITE_ERROR,
    SSLSyscallError: SYSCALL_ERROR,
    SSLEOFError: EOF_ERROR,
  },
  functions: {
    _test_decode_cert: ["($module, path, /)", undefined, decodeCertificate],
    RAND_add: [
      "($module, string, entropy, /)",
      "Mix string into the OpenSSL PRNG state.\n\nentropy (a float) is a lower bound on the entropy contained in\nstring.  See RFC 4086.",
      () => NONE,
    ],
    RAND_bytes: ["($module, n, /)", "Generate n cryptographically strong pseudo-random bytes.", randomBytes],
    RAND_status: [
      "($module, /)",
      "Returns True if the OpenSSL PRNG has been seeded with enough data and False if not.\n\nIt is necessary to seed the PRNG with RAND_add() on some platforms before\nusing the ssl() function.",
      () => true,
    ],
    get_default_verify_paths: [
      "($module, /)",
      "Return search paths and environment vars that are used by SSLContext's set_default_verify_paths() to load default CAs.\n\nThe values are 'cert_file_env', 'cert_file', 'cert_dir_env', 'cert_dir'.",
      verifyPaths,
    ],
    txt2obj: [
      "($module, /, txt, name=False)",
      "Lookup NID, short name, long name and OID of an ASN1_OBJECT.\n\nBy default objects are looked up by OID. With name=True short and\nlong name are also matched.",
      objectByText,
    ],
    nid2obj: [
      "($module, nid, /)",
      "Lookup NID, short name, long name and OID of an ASN1_OBJECT by NID.",
      objectOfNumber,
    ],
  },
  setup: (module) => {
    const { tls } = host();
    if (tls === null) throw new PyError(newException(EXCEPTIONS.ModuleNotFoundError, "No module named '_ssl'"));
    const [major, minor, patch] = versionNumbers(tls.version);
    module.dict.set("OPENSSL_VERSION", `OpenSSL ${tls.version}`);
    module.dict.set("OPENSSL_VERSION_NUMBER", major * 2 ** 28 + minor * 2 ** 20 + patch * 16);
    const info = tuple([major, minor, 0, patch, 0]);
    module.dict.set("OPENSSL_VERSION_INFO", info);
    module.dict.set("_OPENSSL_API_VERSION", info);
  },
});
