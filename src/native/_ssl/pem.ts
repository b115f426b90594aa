/** PEM: base64 between lines that say what it is (RFC 7468). */

export interface Block {
  /** "CERTIFICATE" */
  readonly label: string;
  /** With its lines. */
  readonly text: string;
  /** undefined if it has heads of its own (an old encrypted key) or is no base64. */
  readonly bytes: Uint8Array | undefined;
}

function decodeBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function encodeBase64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** All that is in a text, in order. */
export function blocksOf(text: string): Block[] {
  const pattern = /-----BEGIN ([A-Z0-9 ]+)-----\r?\n([\s\S]*?)-----END \1-----/g;
  return [...text.matchAll(pattern)].map(([whole, label, body]) => ({
    label,
    text: `${whole}\n`,
    bytes: decodeBase64(body),
  }));
}

const CERTIFICATE_LABELS: ReadonlySet<string> = new Set(["CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"]);

export const isCertificate = ({ label }: Block): boolean => CERTIFICATE_LABELS.has(label);
export const isRevocationList = ({ label }: Block): boolean => label === "X509 CRL";
export const isPrivateKey = ({ label }: Block): boolean => label.endsWith("PRIVATE KEY");

export function certificatePem(der: Uint8Array): string {
  return `-----BEGIN CERTIFICATE-----\n${encodeBase64(der).replace(/.{1,64}/g, "$&\n")}-----END CERTIFICATE-----\n`;
}
