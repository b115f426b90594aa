/**
 * The certificates that a context trusts, and the lists of revoked ones (OpenSSL's X509_STORE): what files, folders and bytes
 * gave it.
 *
 * A folder is read when somebody is to be verified; OpenSSL, too, finds there only what carries its hash for a name.
 */
import { host } from "../../host/current.ts";
import { type HostPath, ifPossible } from "../../host/host.ts";
import type { Tls } from "../../host/tls.ts";
import { joinPath } from "../posix/paths.ts";
import { couldHaveSigned } from "./certificate.ts";
import { elementAt, TAG } from "./der.ts";
import { blocksOf, isCertificate, isRevocationList } from "./pem.ts";

export const FILE_VARIABLE = "SSL_CERT_FILE";
export const FOLDER_VARIABLE = "SSL_CERT_DIR";

/** Where systems have OpenSSL's own files. */
const LIBRARY_FOLDERS = ["/usr/lib/ssl", "/etc/pki/tls", "/etc/ssl"];

const HASHED_NAME = /^[0-9a-f]{8}\.\d+$/;

function exists(path: string): boolean {
  return host().files.access(path, 0);
}

/** OpenSSL's file and folder of trusted certificates, be they there or not. */
export function defaultPlaces(): { file: string; folder: string } {
  const found = LIBRARY_FOLDERS.find((folder) => exists(`${folder}/cert.pem`) || exists(`${folder}/certs`));
  const folder = found ?? LIBRARY_FOLDERS[0];
  return { file: `${folder}/cert.pem`, folder: `${folder}/certs` };
}

const keyOf = (der: Uint8Array): string => String.fromCharCode(...der);

export class CertificateStore {
  private readonly certificates = new Map<string, Uint8Array>();
  private readonly lists = new Map<string, string>();
  private readonly folders: HostPath[] = [];
  /** Those of folders, until somebody is verified with them. */
  private readonly candidates = new Map<string, Uint8Array>();
  private hasRoots = false;

  constructor(private readonly tls: Tls) {}

  add(der: Uint8Array): void {
    this.certificates.set(keyOf(der), der);
  }

  /** Certificates and lists of a PEM text; how many there were, and whether all could be read. */
  addPem(text: string): { count: number; isWhole: boolean } {
    let count = 0;
    for (const block of blocksOf(text)) {
      if (isRevocationList(block)) this.lists.set(block.text, block.text);
      else if (!isCertificate(block)) continue;
      else if (block.bytes !== undefined && this.tls.parses(block.bytes)) this.add(block.bytes);
      else return { count, isWhole: false };
      count += 1;
    }
    return { count, isWhole: true };
  }

  /** Certificates one after the other, DER; how many there were, and whether nothing came after them. */
  addDer(bytes: Uint8Array): { count: number; isWhole: boolean } {
    let count = 0;
    for (let offset = 0; offset < bytes.length; count++) {
      const element = elementAt(bytes, offset);
      if (element?.tag !== TAG.sequence || !this.tls.parses(element.whole)) return { count, isWhole: false };
      this.add(element.whole.slice());
      offset += element.whole.length;
    }
    return { count, isWhole: true };
  }

  addFolder(path: HostPath): void {
    this.folders.push(path);
  }

  /** What OpenSSL trusts by itself; where the system has no such files, what the host does. */
  addDefaults(): void {
    const { environment } = host().process;
    const places = defaultPlaces();
    const file = environment.get(FILE_VARIABLE) ?? places.file;
    const folders = (environment.get(FOLDER_VARIABLE) ?? places.folder).split(":").filter((folder) => folder !== "");
    const isFound = exists(file) || folders.some((folder) => hashedFiles(folder).length > 0);
    if (exists(file)) this.addPem(latin1(readOrNothing(file)));
    for (const folder of folders) this.addFolder(folder);
    this.hasRoots ||= !isFound && environment.get(FILE_VARIABLE) === undefined;
  }

  /** All that are here, without those of folders that were not read yet. */
  loaded(): Uint8Array[] {
    return [...this.certificates.values()];
  }

  revocations(): string[] {
    return [...this.lists.values()];
  }

  /** All, with those of the folders. */
  everything(): Uint8Array[] {
    for (const folder of this.folders.splice(0)) {
      for (const path of hashedFiles(folder)) this.addCandidates(latin1(readOrNothing(path)));
    }
    if (this.hasRoots) for (const root of this.tls.rootCertificates()) this.addCandidates(`${root}\n`);
    this.hasRoots = false;
    return [...this.certificates.values(), ...this.candidates.values()];
  }

  private addCandidates(text: string): void {
    for (const block of blocksOf(text)) {
      if (isRevocationList(block)) this.lists.set(block.text, block.text);
      else if (isCertificate(block) && block.bytes !== undefined) this.candidates.set(keyOf(block.bytes), block.bytes);
    }
  }

  /** A chain was verified with those that have signed it. */
  noteUse(chain: readonly Uint8Array[]): void {
    for (const [key, der] of this.candidates) {
      if (!chain.some((signed) => couldHaveSigned(der, signed))) continue;
      this.candidates.delete(key);
      this.certificates.set(key, der);
    }
  }
}

export const latin1 = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

function readOrNothing(path: HostPath): Uint8Array {
  return ifPossible(() => host().files.readFile(path)) ?? new Uint8Array(0);
}

function hashedFiles(folder: HostPath): HostPath[] {
  const entries = ifPossible(() => host().files.readdir(folder)) ?? [];
  return entries
    .filter(({ name }) => typeof name === "string" && HASHED_NAME.test(name))
    .map(({ name }) => joinPath(folder, name));
}
