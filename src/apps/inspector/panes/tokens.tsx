/** Tokens: each where it stands, line by line, with its type; what has no text (INDENT, NEWLINE) has its name only. */
import type { VNode } from "preact";
import type { TokenReport } from "../../../embed/stages/tokens.ts";
import { placeKey } from "../link.ts";

export function Tokens({ tokens }: { readonly tokens: readonly TokenReport[] }): VNode {
  const lines = new Map<number, TokenReport[]>();
  for (const token of tokens) {
    const line = lines.get(token.place.lineno) ?? [];
    line.push(token);
    lines.set(token.place.lineno, line);
  }
  return (
    <ol class="tokens">
      {Array.from(lines, ([lineno, line]) => (
        <li key={lineno}>
          <span class="line-number">{lineno}</span>
          <span class="token-row">{line.map((token) => Token(token))}</span>
        </li>
      ))}
    </ol>
  );
}

function Token({ type, string, place }: TokenReport): VNode {
  const shown = string.trim() === "" ? "" : string;
  return (
    <span
      class={`token token-${type.toLowerCase()}`}
      data-at={placeKey(shown === "" ? null : place)}
      title={`${type} ${JSON.stringify(string)}`}
    >
      {shown !== "" && <code>{shown}</code>}
      <small>{type}</small>
    </span>
  );
}
