/** Colours of a terminal for what `chaipy inspect` prints; none where the output is no terminal or NO_COLOR is set. */
import type { Host } from "../../host/host.ts";

export interface Palette {
  title(text: string): string;
  name(text: string): string;
  value(text: string): string;
  faint(text: string): string;
}

const asItIs = (text: string): string => text;

export const PLAIN: Palette = { title: asItIs, name: asItIs, value: asItIs, faint: asItIs };

const COLOURED: Palette = {
  title: sgr("1;36"),
  name: sgr("33"),
  value: sgr("32"),
  faint: sgr("2"),
};

/** Select Graphic Rendition (ECMA-48). */
function sgr(codes: string): (text: string) => string {
  return (text) => (text === "" ? "" : `\x1b[${codes}m${text}\x1b[0m`);
}

export function paletteFor(world: Host): Palette {
  const { environment } = world.process;
  return world.files.isatty(1) && !environment.get("NO_COLOR") ? COLOURED : PLAIN;
}
