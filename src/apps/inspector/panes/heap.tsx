/**
 * The heap as a picture: frames and objects as boxes, references as arrows, with each object's number and its references.
 *
 * The picture carries its own style, so that it can be saved as it is.
 */
import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import type { StateReport } from "../../../embed/recording/report.ts";
import { type Box, HEAD_HEIGHT, layOut, ROW_HEIGHT } from "./heap-layout.ts";

const STYLE = `
  svg.heap { font: 11.5px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; color: var(--text, #25231f); }
  .heap text { fill: var(--text, #25231f); }
  .heap .box rect { fill: var(--card, #fffefc); stroke: var(--line, #b9b2a6); }
  .heap .frame rect { stroke: var(--accent, #9a4a16); }
  .heap .head { font-weight: 600; }
  .heap .note, .heap .label { fill: var(--faint, #736d63); }
  .heap .arrow { fill: none; stroke: var(--name, #1f5f8b); stroke-width: 1.3; }
  .heap .tip, .heap .dot { fill: var(--name, #1f5f8b); }
`;

export function Heap({ state, save }: { readonly state: StateReport; save(svg: Element): void }): VNode {
  const picture = layOut(state);
  const svg = useRef<SVGSVGElement>(null);
  return (
    <div class="heap-pane">
      <svg
        ref={svg}
        class="heap"
        xmlns="http://www.w3.org/2000/svg"
        width={picture.width}
        height={picture.height}
        viewBox={`0 0 ${picture.width} ${picture.height}`}
        role="img"
        aria-label={`${state.frames.length} frames and ${state.objects.length} objects`}
      >
        <style>{STYLE}</style>
        <defs>
          <marker
            id="tip"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
          >
            <path class="tip" d="M0 0 L8 4 L0 8 Z" />
          </marker>
        </defs>
        {picture.boxes.map((box) => (
          <BoxPicture key={box.key} box={box} />
        ))}
        {picture.arrows.map(({ key, path }) => (
          <path key={key} class="arrow" d={path} marker-end="url(#tip)" />
        ))}
      </svg>
      <p class="hint">
        Counts are of the references shown here; <code>sys.getrefcount</code> adds its own argument.{" "}
        <button type="button" onClick={() => svg.current !== null && save(svg.current)}>
          Save as SVG
        </button>
      </p>
    </div>
  );
}

function BoxPicture({ box }: { readonly box: Box }): VNode {
  const { x, y, width, height, head, note, rows, kind } = box;
  return (
    <g class={`box ${kind}`} transform={`translate(${x} ${y})`}>
      <rect width={width} height={height} rx={6} />
      <text class="head" x={10} y={15}>
        {head}
      </text>
      <text class="note" x={width - 10} y={15} text-anchor="end">
        {note}
      </text>
      {rows.map(({ label, text, target }, i) => (
        <g key={i} transform={`translate(0 ${HEAD_HEIGHT + i * ROW_HEIGHT})`}>
          <text class="label" x={10} y={13}>
            {label}
          </text>
          {target === null ? (
            <text x={width - 10} y={13} text-anchor="end">
              {text}
            </text>
          ) : (
            <circle class="dot" cx={width - 10} cy={ROW_HEIGHT / 2} r={3} />
          )}
        </g>
      ))}
    </g>
  );
}
