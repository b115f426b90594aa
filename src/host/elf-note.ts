/**
 * Adds a note to an ELF program: how Node finds the blob of a single executable application on Linux (its
 * postject-api.h walks the PT_NOTE segments in memory).
 *
 * The note goes to the end of the file, in a segment of its own above all others. The new program header takes the place
 * of what lies right behind the others: the name of the dynamic linker, which moves along, and the old notes, which only
 * name the build. Nothing else in the file moves, so code and data stay where they are.
 *
 * Trap: a program without that room (statically linked, or with the name elsewhere) is refused.
 */
const PT_LOAD = 1;
const PT_INTERP = 3;
const PT_NOTE = 4;
const PT_PHDR = 6;
const READABLE = 4;
const PAGE = 0x1000;
const HEADER_SIZE = 0x38;
const ELF64_LITTLE_ENDIAN = [0x7f, 0x45, 0x4c, 0x46, 2, 1];

interface Segment {
  /** Where its header is in the file. */
  readonly at: number;
  readonly type: number;
  readonly offset: number;
  readonly address: number;
  readonly fileSize: number;
  readonly memorySize: number;
}

function readSegments(view: DataView): Segment[] {
  const table = Number(view.getBigUint64(0x20, true));
  const word = (at: number): number => Number(view.getBigUint64(at, true));
  return Array.from({ length: view.getUint16(0x38, true) }, (_, i) => {
    const at = table + i * HEADER_SIZE;
    return {
      at,
      type: view.getUint32(at, true),
      offset: word(at + 0x08),
      address: word(at + 0x10),
      fileSize: word(at + 0x20),
      memorySize: word(at + 0x28),
    };
  });
}

function writeSegment(view: DataView, segment: Segment, flags: number, alignment: number): void {
  const { at, type, offset, address, fileSize, memorySize } = segment;
  view.setUint32(at, type, true);
  view.setUint32(at + 4, flags, true);
  const words = [offset, address, address, fileSize, memorySize, alignment];
  for (const [i, word] of words.entries()) view.setBigUint64(at + 8 + 8 * i, BigInt(word), true);
}

/** A copy of the program with the note; null if it is none that a note can be added to. */
export function addElfNote(program: Uint8Array, name: string, content: Uint8Array): Uint8Array | null {
  if (!ELF64_LITTLE_ENDIAN.every((byte, i) => program[i] === byte)) return null;
  const old = new DataView(program.buffer, program.byteOffset, program.byteLength);
  const segments = readSegments(old);
  const [linker, note, self] = [PT_INTERP, PT_NOTE, PT_PHDR].map((wanted) =>
    segments.find(({ type }) => type === wanted),
  );
  const last = segments[segments.length - 1];
  if (linker === undefined || note === undefined || self === undefined || last === undefined) return null;
  const room = last.at + HEADER_SIZE;
  // The linker's name and the notes behind it are what may be overwritten.
  if (linker.offset !== room || note.offset > linker.offset + linker.fileSize + 8) return null;
  if (note.offset + note.fileSize < room + HEADER_SIZE) return null;

  const nameBytes = new TextEncoder().encode(`${name}\0`);
  const paddedName = (nameBytes.length + 3) & ~3;
  const linkerRoom = (linker.fileSize + 15) & ~15;
  const noteSize = 12 + paddedName + content.length;
  const start = Math.ceil(program.length / PAGE) * PAGE;
  const top = Math.max(...segments.filter(({ type }) => type === PT_LOAD).map((s) => s.address + s.memorySize));
  const address = Math.ceil(top / PAGE) * PAGE;
  const result = new Uint8Array(start + linkerRoom + noteSize);
  result.set(program);
  result.set(program.subarray(linker.offset, linker.offset + linker.fileSize), start);
  const view = new DataView(result.buffer);
  const noteStart = start + linkerRoom;
  view.setUint32(noteStart, nameBytes.length, true);
  view.setUint32(noteStart + 4, content.length, true);
  result.set(nameBytes, noteStart + 12);
  result.set(content, noteStart + 12 + paddedName);

  const size = linkerRoom + noteSize;
  result.fill(0, room, note.offset + note.fileSize);
  writeSegment(
    view,
    { at: room, type: PT_LOAD, offset: start, address, fileSize: size, memorySize: size },
    READABLE,
    PAGE,
  );
  writeSegment(view, { ...linker, offset: start, address }, READABLE, 1);
  const place = { offset: noteStart, address: address + linkerRoom, fileSize: noteSize, memorySize: noteSize };
  writeSegment(view, { ...note, ...place }, READABLE, 4);
  const selfSize = self.fileSize + HEADER_SIZE;
  writeSegment(view, { ...self, fileSize: selfSize, memorySize: selfSize }, READABLE, 8);
  view.setUint16(0x38, segments.length + 1, true);
  return result;
}
