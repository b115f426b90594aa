/** The inner functions of pako, which have zlib's own names and meanings; the package itself has no types. */

declare module "pako/lib/zlib/zstream.js" {
  export default class ZStream {
    input: Uint8Array | null;
    next_in: number;
    avail_in: number;
    output: Uint8Array | null;
    next_out: number;
    avail_out: number;
    msg: string | null;
    state: object | null;
  }
}

declare module "pako/lib/zlib/deflate.js" {
  import type ZStream from "pako/lib/zlib/zstream.js";

  const deflateFunctions: {
    deflateInit2(
      stream: ZStream,
      level: number,
      method: number,
      windowBits: number,
      memLevel: number,
      strategy: number,
    ): number;
    deflate(stream: ZStream, flush: number): number;
    deflateEnd(stream: ZStream): number;
    deflateSetDictionary(stream: ZStream, dictionary: Uint8Array): number;
  };
  export default deflateFunctions;
}

declare module "pako/lib/zlib/inflate.js" {
  import type ZStream from "pako/lib/zlib/zstream.js";

  const inflateFunctions: {
    inflateInit2(stream: ZStream, windowBits: number): number;
    inflate(stream: ZStream, flush: number): number;
    inflateEnd(stream: ZStream): number;
    inflateSetDictionary(stream: ZStream, dictionary: Uint8Array): number;
  };
  export default inflateFunctions;
}

declare module "pako/lib/deflate.js" {
  const deflating: { deflateRaw(data: Uint8Array, options: { level: number }): Uint8Array };
  export default deflating;
}

declare module "pako/lib/inflate.js" {
  const inflating: { inflateRaw(data: Uint8Array): Uint8Array };
  export default inflating;
}
