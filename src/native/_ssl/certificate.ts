/**
 * A certificate as a dict (CPython Modules/_ssl.c, _decode_certificate) and what else is asked of its bytes, which X.509
 * (RFC 5280) describes.
 */
import { NONE } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { contextTag, type Element, elementAt, elementsOf, identifierText, smallInteger, TAG } from "./der.ts";
import { objectByIdentifier } from "./objects.ts";

const SUBJECT_ALTERNATIVE_NAMES = "2.5.29.17";
const AUTHORITY_INFORMATION = "1.3.6.1.5.5.7.1.1";
const DISTRIBUTION_POINTS = "2.5.29.31";
const OCSP = "1.3.6.1.5.5.7.48.1";
const ISSUERS = "1.3.6.1.5.5.7.48.2";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

export interface Parts {
  readonly version: number;
  readonly serial: Uint8Array;
  readonly issuer: Element;
  readonly validity: Element;
  readonly subject: Element;
  readonly extensions: ReadonlyMap<string, Uint8Array>;
}

/** undefined if it is no certificate. */
export function partsOf(der: Uint8Array): Parts | undefined {
  const body = elementsOf(elementAt(der, 0)?.content ?? new Uint8Array(0))[0];
  const fields = elementsOf(body?.content ?? new Uint8Array(0));
  const hasVersion = fields[0]?.tag === contextTag(0);
  const [serial, , issuer, validity, subject, , ...rest] = hasVersion ? fields.slice(1) : fields;
  if (subject === undefined) return undefined;
  return {
    version: hasVersion ? smallInteger(elementAt(fields[0].content, 0)?.content ?? new Uint8Array(0)) + 1 : 1,
    serial: serial.content,
    issuer,
    validity,
    subject,
    extensions: extensionsOf(rest.find(({ tag }) => tag === contextTag(3))),
  };
}

function extensionsOf(field: Element | undefined): Map<string, Uint8Array> {
  const extensions = new Map<string, Uint8Array>();
  const list = field === undefined ? undefined : elementAt(field.content, 0);
  for (const { content } of elementsOf(list?.content ?? new Uint8Array(0))) {
    const [identifier, ...rest] = elementsOf(content);
    const value = rest.at(-1);
    if (identifier !== undefined && value !== undefined)
      extensions.set(identifierText(identifier.content), value.content);
  }
  return extensions;
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Any of the kinds of strings of ASN.1. */
function textOf({ tag, content }: Element): string {
  if (tag === TAG.utf8) return new TextDecoder().decode(content);
  if (tag === TAG.bmp) return new TextDecoder("utf-16be").decode(content);
  if (tag !== TAG.universal) return latin1(content);
  const view = new DataView(content.buffer, content.byteOffset, content.length);
  return Array.from({ length: content.length >> 2 }, (_, i) => String.fromCodePoint(view.getUint32(i * 4))).join("");
}

/** A name: a tuple of sets, each a tuple of (what it is, its text). */
function nameValue(name: Element): Value {
  return tuple(
    elementsOf(name.content).map(({ content }) =>
      tuple(
        elementsOf(content).map((attribute) => {
          const [type, value] = elementsOf(attribute.content);
          const identifier = identifierText(type?.content ?? new Uint8Array(0));
          const shown = objectByIdentifier(identifier)?.long ?? identifier;
          return tuple([shown, value === undefined ? "" : strFromJs(textOf(value))]);
        }),
      ),
    ),
  );
}

/** "Jan  5 09:34:43 2018 GMT" */
function timeText({ tag, content }: Element): string {
  const text = latin1(content);
  const isLong = tag === TAG.generalizedTime;
  const match = (isLong ? /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?/ : /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?/).exec(
    text,
  );
  if (match === null) return "Bad time value";
  const [, years, month, day, hour, minute, second] = match;
  const year = isLong ? years : `${Number(years) < 50 ? "20" : "19"}${years}`;
  const zone = text.endsWith("Z") ? " GMT" : "";
  return `${MONTHS[Number(month) - 1]} ${String(Number(day)).padStart(2)} ${hour}:${minute}:${second ?? "00"} ${year}${zone}`;
}

const hex = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join("");

function serialText(content: Uint8Array): string {
  const isNegative = (content[0] & 0x80) !== 0;
  let value = BigInt(`0x${hex(content) || "0"}`);
  if (isNegative) value = (1n << BigInt(content.length * 8)) - value;
  const digits = value.toString(16).toUpperCase();
  return `${isNegative ? "-" : ""}${digits.length % 2 === 0 ? digits : `0${digits}`}`;
}

function addressText(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join(".");
  if (bytes.length !== 16) return "<invalid>";
  const view = new DataView(bytes.buffer, bytes.byteOffset, 16);
  return Array.from({ length: 8 }, (_, i) =>
    view
      .getUint16(i * 2)
      .toString(16)
      .toUpperCase(),
  ).join(":");
}

const EMAIL_NAME = 1;
const DNS_NAME = 2;
const DIRECTORY_NAME = 4;
const URI_NAME = 6;
const ADDRESS_NAME = 7;
const REGISTERED_NAME = 8;
const OTHER_KINDS: Readonly<Record<number, string>> = { 0: "othername", 3: "X400Name", 5: "EdiPartyName" };

/** One of the subject's other names (GeneralName): what it is, and its text. */
function generalName({ tag, content }: Element): Value {
  const utf8 = (): Value => strFromJs(new TextDecoder().decode(content));
  switch (tag & 0x1f) {
    case EMAIL_NAME:
      return tuple(["email", utf8()]);
    case DNS_NAME:
      return tuple(["DNS", utf8()]);
    case URI_NAME:
      return tuple(["URI", utf8()]);
    case DIRECTORY_NAME: {
      const name = elementAt(content, 0);
      return tuple(["DirName", name === undefined ? NONE : nameValue(name)]);
    }
    case ADDRESS_NAME:
      return tuple(["IP Address", addressText(content)]);
    case REGISTERED_NAME:
      return tuple(["Registered ID", identifierText(content)]);
    default:
      return tuple([OTHER_KINDS[tag & 0x1f] ?? "othername", "<unsupported>"]);
  }
}

const sequenceIn = (bytes: Uint8Array): Element[] => elementsOf(elementAt(bytes, 0)?.content ?? new Uint8Array(0));

/** URIs of the kind of access that `method` names. */
function accessUris(extension: Uint8Array, method: string): Value[] {
  return sequenceIn(extension).flatMap(({ content }) => {
    const [type, place] = elementsOf(content);
    const isIt = type !== undefined && identifierText(type.content) === method;
    return isIt && place !== undefined && (place.tag & 0x1f) === URI_NAME ? [latin1(place.content)] : [];
  });
}

/** URIs where lists of revoked certificates are. */
function distributionUris(extension: Uint8Array): Value[] {
  return sequenceIn(extension).flatMap(({ content }) =>
    elementsOf(content)
      .filter(({ tag }) => tag === contextTag(0))
      .flatMap((point) => elementsOf(point.content))
      .filter(({ tag }) => tag === contextTag(0))
      .flatMap((names) => elementsOf(names.content))
      .filter(({ tag }) => (tag & 0x1f) === URI_NAME)
      .map(({ content: uri }) => latin1(uri)),
  );
}

const BASIC_CONSTRAINTS = "2.5.29.19";
const KEY_USAGE = "2.5.29.15";
/** Of the second byte of a key's usage, whose first one counts unused bits. */
const SIGNS_CERTIFICATES = 0x04;

const isEqual = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, i) => byte === other[i]);

/** May others be signed with it? Old certificates do not say, and then it may if it has signed itself (X509_check_ca). */
export function isAuthority(der: Uint8Array): boolean {
  const parts = partsOf(der);
  if (parts === undefined) return false;
  const { version, extensions, issuer, subject } = parts;
  const constraints = extensions.get(BASIC_CONSTRAINTS);
  if (constraints !== undefined)
    return sequenceIn(constraints).some(({ tag, content }) => tag === TAG.boolean && content[0] !== 0);
  if (version === 1 && isEqual(issuer.whole, subject.whole)) return true;
  const usage = extensions.get(KEY_USAGE);
  const bits = usage === undefined ? undefined : elementAt(usage, 0)?.content;
  return bits !== undefined && ((bits[1] ?? 0) & SIGNS_CERTIFICATES) !== 0;
}

/** Has the subject of one the name of the issuer of the other? */
export function couldHaveSigned(signer: Uint8Array, signed: Uint8Array): boolean {
  const [issuer, subject] = [partsOf(signed)?.issuer.whole, partsOf(signer)?.subject.whole];
  return issuer !== undefined && subject !== undefined && isEqual(issuer, subject);
}

/** The dict of a certificate; undefined if the bytes are none. */
export function certificateDict(der: Uint8Array): PyDict | undefined {
  const parts = partsOf(der);
  if (parts === undefined) return undefined;
  const { version, serial, issuer, validity, subject, extensions } = parts;
  const [before, after] = elementsOf(validity.content);
  const dict = new PyDict();
  dict.set("subject", nameValue(subject));
  dict.set("issuer", nameValue(issuer));
  dict.set("version", version);
  dict.set("serialNumber", serialText(serial));
  dict.set("notBefore", timeText(before));
  dict.set("notAfter", timeText(after));
  const names = extensions.get(SUBJECT_ALTERNATIVE_NAMES);
  if (names !== undefined) dict.set("subjectAltName", tuple(sequenceIn(names).map(generalName)));
  const access = extensions.get(AUTHORITY_INFORMATION);
  const points = extensions.get(DISTRIBUTION_POINTS);
  const uris: [string, Value[]][] = [
    ["OCSP", access === undefined ? [] : accessUris(access, OCSP)],
    ["caIssuers", access === undefined ? [] : accessUris(access, ISSUERS)],
    ["crlDistributionPoints", points === undefined ? [] : distributionUris(points)],
  ];
  for (const [key, found] of uris) if (found.length > 0) dict.set(key, tuple(found));
  return dict;
}
