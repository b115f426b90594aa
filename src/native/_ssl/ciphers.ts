/**
 * Ciphers by their numbers in the protocol, as OpenSSL describes them (`openssl ciphers -V`), those with shared keys (PSK, SRP)
 * left out. A row is the number, the name, the oldest version, the exchange of keys, who is authenticated how, the cipher
 * with its bits, and the check of integrity.
 */

import { NONE } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { tuple } from "../../objects/kernel/payload.ts";

const ROWS = `
1302 TLS_AES_256_GCM_SHA384 TLSv1.3 any any AESGCM(256) AEAD
1303 TLS_CHACHA20_POLY1305_SHA256 TLSv1.3 any any CHACHA20/POLY1305(256) AEAD
1301 TLS_AES_128_GCM_SHA256 TLSv1.3 any any AESGCM(128) AEAD
C02C ECDHE-ECDSA-AES256-GCM-SHA384 TLSv1.2 ECDH ECDSA AESGCM(256) AEAD
C030 ECDHE-RSA-AES256-GCM-SHA384 TLSv1.2 ECDH RSA AESGCM(256) AEAD
00A3 DHE-DSS-AES256-GCM-SHA384 TLSv1.2 DH DSS AESGCM(256) AEAD
009F DHE-RSA-AES256-GCM-SHA384 TLSv1.2 DH RSA AESGCM(256) AEAD
CCA9 ECDHE-ECDSA-CHACHA20-POLY1305 TLSv1.2 ECDH ECDSA CHACHA20/POLY1305(256) AEAD
CCA8 ECDHE-RSA-CHACHA20-POLY1305 TLSv1.2 ECDH RSA CHACHA20/POLY1305(256) AEAD
CCAA DHE-RSA-CHACHA20-POLY1305 TLSv1.2 DH RSA CHACHA20/POLY1305(256) AEAD
C0AF ECDHE-ECDSA-AES256-CCM8 TLSv1.2 ECDH ECDSA AESCCM8(256) AEAD
C0AD ECDHE-ECDSA-AES256-CCM TLSv1.2 ECDH ECDSA AESCCM(256) AEAD
C0A3 DHE-RSA-AES256-CCM8 TLSv1.2 DH RSA AESCCM8(256) AEAD
C09F DHE-RSA-AES256-CCM TLSv1.2 DH RSA AESCCM(256) AEAD
C05D ECDHE-ECDSA-ARIA256-GCM-SHA384 TLSv1.2 ECDH ECDSA ARIAGCM(256) AEAD
C061 ECDHE-ARIA256-GCM-SHA384 TLSv1.2 ECDH RSA ARIAGCM(256) AEAD
C057 DHE-DSS-ARIA256-GCM-SHA384 TLSv1.2 DH DSS ARIAGCM(256) AEAD
C053 DHE-RSA-ARIA256-GCM-SHA384 TLSv1.2 DH RSA ARIAGCM(256) AEAD
00A7 ADH-AES256-GCM-SHA384 TLSv1.2 DH None AESGCM(256) AEAD
C02B ECDHE-ECDSA-AES128-GCM-SHA256 TLSv1.2 ECDH ECDSA AESGCM(128) AEAD
C02F ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 ECDH RSA AESGCM(128) AEAD
00A2 DHE-DSS-AES128-GCM-SHA256 TLSv1.2 DH DSS AESGCM(128) AEAD
009E DHE-RSA-AES128-GCM-SHA256 TLSv1.2 DH RSA AESGCM(128) AEAD
C0AE ECDHE-ECDSA-AES128-CCM8 TLSv1.2 ECDH ECDSA AESCCM8(128) AEAD
C0AC ECDHE-ECDSA-AES128-CCM TLSv1.2 ECDH ECDSA AESCCM(128) AEAD
C0A2 DHE-RSA-AES128-CCM8 TLSv1.2 DH RSA AESCCM8(128) AEAD
C09E DHE-RSA-AES128-CCM TLSv1.2 DH RSA AESCCM(128) AEAD
C05C ECDHE-ECDSA-ARIA128-GCM-SHA256 TLSv1.2 ECDH ECDSA ARIAGCM(128) AEAD
C060 ECDHE-ARIA128-GCM-SHA256 TLSv1.2 ECDH RSA ARIAGCM(128) AEAD
C056 DHE-DSS-ARIA128-GCM-SHA256 TLSv1.2 DH DSS ARIAGCM(128) AEAD
C052 DHE-RSA-ARIA128-GCM-SHA256 TLSv1.2 DH RSA ARIAGCM(128) AEAD
00A6 ADH-AES128-GCM-SHA256 TLSv1.2 DH None AESGCM(128) AEAD
C024 ECDHE-ECDSA-AES256-SHA384 TLSv1.2 ECDH ECDSA AES(256) SHA384
C028 ECDHE-RSA-AES256-SHA384 TLSv1.2 ECDH RSA AES(256) SHA384
006B DHE-RSA-AES256-SHA256 TLSv1.2 DH RSA AES(256) SHA256
006A DHE-DSS-AES256-SHA256 TLSv1.2 DH DSS AES(256) SHA256
C073 ECDHE-ECDSA-CAMELLIA256-SHA384 TLSv1.2 ECDH ECDSA Camellia(256) SHA384
C077 ECDHE-RSA-CAMELLIA256-SHA384 TLSv1.2 ECDH RSA Camellia(256) SHA384
00C4 DHE-RSA-CAMELLIA256-SHA256 TLSv1.2 DH RSA Camellia(256) SHA256
00C3 DHE-DSS-CAMELLIA256-SHA256 TLSv1.2 DH DSS Camellia(256) SHA256
006D ADH-AES256-SHA256 TLSv1.2 DH None AES(256) SHA256
00C5 ADH-CAMELLIA256-SHA256 TLSv1.2 DH None Camellia(256) SHA256
C023 ECDHE-ECDSA-AES128-SHA256 TLSv1.2 ECDH ECDSA AES(128) SHA256
C027 ECDHE-RSA-AES128-SHA256 TLSv1.2 ECDH RSA AES(128) SHA256
0067 DHE-RSA-AES128-SHA256 TLSv1.2 DH RSA AES(128) SHA256
0040 DHE-DSS-AES128-SHA256 TLSv1.2 DH DSS AES(128) SHA256
C072 ECDHE-ECDSA-CAMELLIA128-SHA256 TLSv1.2 ECDH ECDSA Camellia(128) SHA256
C076 ECDHE-RSA-CAMELLIA128-SHA256 TLSv1.2 ECDH RSA Camellia(128) SHA256
00BE DHE-RSA-CAMELLIA128-SHA256 TLSv1.2 DH RSA Camellia(128) SHA256
00BD DHE-DSS-CAMELLIA128-SHA256 TLSv1.2 DH DSS Camellia(128) SHA256
006C ADH-AES128-SHA256 TLSv1.2 DH None AES(128) SHA256
00BF ADH-CAMELLIA128-SHA256 TLSv1.2 DH None Camellia(128) SHA256
C00A ECDHE-ECDSA-AES256-SHA TLSv1 ECDH ECDSA AES(256) SHA1
C014 ECDHE-RSA-AES256-SHA TLSv1 ECDH RSA AES(256) SHA1
0039 DHE-RSA-AES256-SHA SSLv3 DH RSA AES(256) SHA1
0038 DHE-DSS-AES256-SHA SSLv3 DH DSS AES(256) SHA1
0088 DHE-RSA-CAMELLIA256-SHA SSLv3 DH RSA Camellia(256) SHA1
0087 DHE-DSS-CAMELLIA256-SHA SSLv3 DH DSS Camellia(256) SHA1
C019 AECDH-AES256-SHA TLSv1 ECDH None AES(256) SHA1
003A ADH-AES256-SHA SSLv3 DH None AES(256) SHA1
0089 ADH-CAMELLIA256-SHA SSLv3 DH None Camellia(256) SHA1
C009 ECDHE-ECDSA-AES128-SHA TLSv1 ECDH ECDSA AES(128) SHA1
C013 ECDHE-RSA-AES128-SHA TLSv1 ECDH RSA AES(128) SHA1
0033 DHE-RSA-AES128-SHA SSLv3 DH RSA AES(128) SHA1
0032 DHE-DSS-AES128-SHA SSLv3 DH DSS AES(128) SHA1
0045 DHE-RSA-CAMELLIA128-SHA SSLv3 DH RSA Camellia(128) SHA1
0044 DHE-DSS-CAMELLIA128-SHA SSLv3 DH DSS Camellia(128) SHA1
C018 AECDH-AES128-SHA TLSv1 ECDH None AES(128) SHA1
0034 ADH-AES128-SHA SSLv3 DH None AES(128) SHA1
0046 ADH-CAMELLIA128-SHA SSLv3 DH None Camellia(128) SHA1
009D AES256-GCM-SHA384 TLSv1.2 RSA RSA AESGCM(256) AEAD
C0A1 AES256-CCM8 TLSv1.2 RSA RSA AESCCM8(256) AEAD
C09D AES256-CCM TLSv1.2 RSA RSA AESCCM(256) AEAD
C051 ARIA256-GCM-SHA384 TLSv1.2 RSA RSA ARIAGCM(256) AEAD
009C AES128-GCM-SHA256 TLSv1.2 RSA RSA AESGCM(128) AEAD
C0A0 AES128-CCM8 TLSv1.2 RSA RSA AESCCM8(128) AEAD
C09C AES128-CCM TLSv1.2 RSA RSA AESCCM(128) AEAD
C050 ARIA128-GCM-SHA256 TLSv1.2 RSA RSA ARIAGCM(128) AEAD
003D AES256-SHA256 TLSv1.2 RSA RSA AES(256) SHA256
00C0 CAMELLIA256-SHA256 TLSv1.2 RSA RSA Camellia(256) SHA256
003C AES128-SHA256 TLSv1.2 RSA RSA AES(128) SHA256
00BA CAMELLIA128-SHA256 TLSv1.2 RSA RSA Camellia(128) SHA256
0035 AES256-SHA SSLv3 RSA RSA AES(256) SHA1
0084 CAMELLIA256-SHA SSLv3 RSA RSA Camellia(256) SHA1
002F AES128-SHA SSLv3 RSA RSA AES(128) SHA1
0041 CAMELLIA128-SHA SSLv3 RSA RSA Camellia(128) SHA1
C006 ECDHE-ECDSA-NULL-SHA TLSv1 ECDH ECDSA None SHA1
C010 ECDHE-RSA-NULL-SHA TLSv1 ECDH RSA None SHA1
C015 AECDH-NULL-SHA TLSv1 ECDH None None SHA1
003B NULL-SHA256 TLSv1.2 RSA RSA None SHA256
0002 NULL-SHA SSLv3 RSA RSA None SHA1
0001 NULL-MD5 SSLv3 RSA RSA None MD5
`;

interface Cipher {
  readonly number: number;
  readonly name: string;
  readonly version: string;
  readonly exchange: string;
  readonly authentication: string;
  readonly encryption: string;
  readonly check: string;
}

let known: readonly Cipher[] | undefined;

function all(): readonly Cipher[] {
  known ??= ROWS.trim()
    .split("\n")
    .map((row) => {
      const [number, name, version, exchange, authentication, encryption, check] = row.split(" ");
      return { number: Number.parseInt(number, 16), name, version, exchange, authentication, encryption, check };
    });
  return known;
}

export const cipherByNumber = (number: number): Cipher | undefined => all().find((each) => each.number === number);

export const cipherByName = (name: string): Cipher | undefined => all().find((each) => each.name === name);

/** "AESGCM(256)": its bits. */
const bitsOf = ({ encryption }: Cipher): number => Number(/\d+(?=\)$)/.exec(encryption)?.[0] ?? 0);

/** (name, oldest version, bits), as SSLSocket.cipher gives it. */
export const cipherTuple = (cipher: Cipher): Value => tuple([cipher.name, cipher.version, bitsOf(cipher)]);

/** "AESGCM(256)" to "aes-256-gcm". */
function symmetric({ encryption }: Cipher): Value {
  const [, base, bits] = /^([A-Za-z]+?)(?:GCM|CCM8?)?\((\d+)\)$/.exec(encryption) ?? [];
  if (encryption.startsWith("CHACHA20")) return "chacha20-poly1305";
  if (base === undefined) return NONE;
  const mode = encryption.includes("GCM") ? "gcm" : encryption.includes("CCM") ? "ccm" : "cbc";
  return `${base.toLowerCase()}-${bits}-${mode}`;
}

const EXCHANGES: Readonly<Record<string, string>> = { ECDH: "kx-ecdhe", DH: "kx-dhe" };

/** What SSLContext.get_ciphers tells of one. */
export function cipherFacts(cipher: Cipher): PyDict {
  const { number, name, version, exchange, authentication, encryption, check } = cipher;
  const facts = new PyDict();
  const isAuthenticated = check === "AEAD";
  facts.set("id", 0x3000000 | number);
  facts.set("name", name);
  facts.set("protocol", version);
  facts.set(
    "description",
    `${name.padEnd(30)} ${version.padEnd(7)} Kx=${exchange.padEnd(8)} Au=${authentication.padEnd(5)} ` +
      `Enc=${encryption.padEnd(22)} Mac=${check.padEnd(4)}`,
  );
  facts.set("strength_bits", bitsOf(cipher));
  facts.set("alg_bits", bitsOf(cipher));
  facts.set("aead", isAuthenticated);
  facts.set("symmetric", symmetric(cipher));
  facts.set("digest", isAuthenticated ? NONE : check.toLowerCase());
  facts.set("kea", EXCHANGES[exchange] ?? `kx-${exchange.toLowerCase()}`);
  facts.set("auth", `auth-${authentication === "None" ? "null" : authentication.toLowerCase()}`);
  return facts;
}
