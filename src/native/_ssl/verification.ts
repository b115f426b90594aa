/**
 * Whether the peer's certificate is taken: what the library says of it, the name that was called, and how a refusal is told
 * (X509_V_ERR_* of OpenSSL, and the alert that it sends for each).
 */
import type { NameRules, Tls, TlsEngine } from "../../host/tls.ts";
import { ALERTS, HOST_FLAGS } from "./constants.ts";

/** OpenSSL's texts by their numbers, from 1 on; as many numbers of the list have no text as there are empty ones. */
const TEXTS = `unspecified certificate verification error
unable to get issuer certificate
unable to get certificate CRL
unable to decrypt certificate's signature
unable to decrypt CRL's signature
unable to decode issuer public key
certificate signature failure
CRL signature failure
certificate is not yet valid
certificate has expired
CRL is not yet valid
CRL has expired
format error in certificate's notBefore field
format error in certificate's notAfter field
format error in CRL's lastUpdate field
format error in CRL's nextUpdate field
out of memory
self-signed certificate
self-signed certificate in certificate chain
unable to get local issuer certificate
unable to verify the first certificate
certificate chain too long
certificate revoked
issuer certificate doesn't have a public key
path length constraint exceeded
unsuitable certificate purpose
certificate not trusted
certificate rejected
subject issuer mismatch
authority and subject key identifier mismatch
authority and issuer serial number mismatch
key usage does not include certificate signing
unable to get CRL issuer certificate
unhandled critical extension
key usage does not include CRL signing
unhandled critical CRL extension
invalid non-CA certificate (has CA markings)
proxy path length constraint exceeded
key usage does not include digital signature
proxy certificates not allowed, please set the appropriate flag
invalid or inconsistent certificate extension
invalid or inconsistent certificate policy extension
no explicit policy
different CRL scope
unsupported extension feature
RFC 3779 resource not subset of parent's resources
permitted subtree violation
excluded subtree violation
name constraints minimum and maximum not supported
application verification failure
unsupported name constraint type
unsupported or invalid name constraint syntax
unsupported or invalid name syntax
CRL path validation error
path loop
Suite B: certificate version invalid
Suite B: invalid public key algorithm
Suite B: invalid ECC curve
Suite B: invalid signature algorithm
Suite B: curve not allowed for this LOS
Suite B: cannot sign P-384 with P-256
hostname mismatch
email address mismatch
IP address mismatch
no matching DANE TLSA records
EE certificate key too weak
CA certificate key too weak
CA signature digest algorithm too weak`.split("\n");

const UNSPECIFIED = 1;
const NO_REVOCATION_LIST = 3;
const NO_LOCAL_ISSUER = 20;
/** The library goes on after NO_LOCAL_ISSUER, and then finds this as well. */
const NOT_VERIFIED = 21;
const NAME_MISMATCH = 62;
const ADDRESS_MISMATCH = 64;

/** Numbers of refusals by the alert that tells of them. */
const ALERT_CODES: readonly (readonly [alert: number, codes: readonly number[]])[] = [
  [ALERTS.ALERT_DESCRIPTION_UNKNOWN_CA, [2, 3, 18, 19, 20, 21, 22, 24, 25, 33]],
  [ALERTS.ALERT_DESCRIPTION_CERTIFICATE_EXPIRED, [10, 12]],
  [ALERTS.ALERT_DESCRIPTION_CERTIFICATE_REVOKED, [23]],
  [ALERTS.ALERT_DESCRIPTION_DECRYPT_ERROR, [7, 8]],
  [ALERTS.ALERT_DESCRIPTION_UNSUPPORTED_CERTIFICATE, [26]],
  [ALERTS.ALERT_DESCRIPTION_INTERNAL_ERROR, [1, 17]],
  [
    ALERTS.ALERT_DESCRIPTION_BAD_CERTIFICATE,
    [4, 5, 6, 9, 11, 13, 14, 15, 16, 27, 28, NAME_MISMATCH, 63, ADDRESS_MISMATCH, 66, 67, 68],
  ],
];

export interface Refusal {
  readonly code: number;
  readonly message: string;
  readonly alert: number;
}

function refusal(code: number, message: string = TEXTS[code - 1]): Refusal {
  const [alert] = ALERT_CODES.find(([, codes]) => codes.includes(code)) ?? [];
  return { code, message, alert: alert ?? ALERTS.ALERT_DESCRIPTION_CERTIFICATE_UNKNOWN };
}

/** HOSTFLAG_* as the library wants them said. */
export function nameRules(flags: number): NameRules {
  const has = (bit: number): boolean => (flags & bit) !== 0;
  return {
    subject: has(HOST_FLAGS.HOSTFLAG_NEVER_CHECK_SUBJECT)
      ? "never"
      : has(HOST_FLAGS.HOSTFLAG_ALWAYS_CHECK_SUBJECT)
        ? "always"
        : "default",
    wildcards: !has(HOST_FLAGS.HOSTFLAG_NO_WILDCARDS),
    partialWildcards: !has(HOST_FLAGS.HOSTFLAG_NO_PARTIAL_WILDCARDS),
    multiLabelWildcards: has(HOST_FLAGS.HOSTFLAG_MULTI_LABEL_WILDCARDS),
    singleLabelSubdomains: has(HOST_FLAGS.HOSTFLAG_SINGLE_LABEL_SUBDOMAINS),
  };
}

export interface Expectation {
  /** The name or address that the certificate must be for. */
  readonly name: { readonly text: string; readonly isAddress: boolean } | null;
  readonly hostFlags: number;
  /** Revocation is to be asked, and there is no list to ask. */
  readonly lacksRevocations: boolean;
}

/** Why the peer's certificate is not taken; null if it is. The engine has it by now. */
export function judge(tls: Tls, engine: TlsEngine, certificate: Uint8Array, expected: Expectation): Refusal | null {
  const judgement = engine.judgement();
  if (judgement !== null) {
    const place = TEXTS.indexOf(judgement.message);
    if (place + 1 === NOT_VERIFIED) return refusal(NO_LOCAL_ISSUER);
    return refusal(place < 0 ? UNSPECIFIED : place + 1, judgement.message);
  }
  if (expected.lacksRevocations) return refusal(NO_REVOCATION_LIST);
  const { name } = expected;
  if (name === null) return null;
  if (name.isAddress) {
    if (tls.matchesAddress(certificate, name.text)) return null;
    return refusal(ADDRESS_MISMATCH, `IP address mismatch, certificate is not valid for '${name.text}'.`);
  }
  if (tls.matchesName(certificate, name.text, nameRules(expected.hostFlags))) return null;
  return refusal(NAME_MISMATCH, `Hostname mismatch, certificate is not valid for '${name.text}'.`);
}
