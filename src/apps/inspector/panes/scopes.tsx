/** The symbol table: a box for each block, in the boxes of the blocks around it. */
import type { VNode } from "preact";
import type { ScopeReport } from "../../../embed/stages/scopes.ts";
import { placeKey } from "../link.ts";

export function Scopes({ scope }: { readonly scope: ScopeReport }): VNode {
  return (
    <section class="scope" data-at={placeKey(scope.place)}>
      <h3>
        {scope.type} <b>{scope.name}</b>
        {scope.nested && <small>nested</small>}
        {scope.inlined && <small>inlined into the block around it</small>}
      </h3>
      {scope.symbols.length > 0 && (
        <table>
          <tbody>
            {scope.symbols.map(({ name, scope: kind, marks }) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>
                  <span class={`kind kind-${kind.split(" ")[0]}`}>{kind}</span>
                </td>
                <td>{marks.join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {scope.children.map((child, i) => (
        <Scopes key={`${child.name}${i}`} scope={child} />
      ))}
    </section>
  );
}
