/** A lesson of the tour beside the editor: its text, its files, and its commands, which run on the page where they can. */
import type { ComponentChildren, VNode } from "preact";
import type { Lesson, Part } from "../tour/lesson.ts";
import { actionOf, type LessonAction } from "./lesson-actions.ts";

interface LessonProps {
  readonly lesson: Lesson;
  open(text: string): void;
  act(action: LessonAction): void;
  close(): void;
}

export function LessonView({ lesson, open, act, close }: LessonProps): VNode {
  return (
    <article class="lesson" aria-label="Lesson">
      <button type="button" class="close" onClick={close} aria-label="Close the lesson">
        ×
      </button>
      <h2>{lesson.title}</h2>
      {lesson.parts.map((part, i) => (
        <PartView key={i} part={part} lesson={lesson} open={open} act={act} />
      ))}
    </article>
  );
}

type PartProps = Omit<LessonProps, "close"> & { readonly part: Part };

function PartView({ part, lesson, open, act }: PartProps): VNode {
  switch (part.kind) {
    case "text":
      return (
        <>
          {part.text.split(/\n\n+/).map((text, i) => (
            <Paragraph key={i} text={text} />
          ))}
        </>
      );
    case "file":
      return (
        <figure>
          <figcaption>
            <code>{part.name}</code>{" "}
            <button type="button" onClick={() => open(part.text)}>
              Edit
            </button>
          </figcaption>
          <pre>{part.text}</pre>
        </figure>
      );
    case "command": {
      const action = actionOf(lesson, part.command);
      return (
        <figure class="command">
          <figcaption>
            <code>{`$ ${part.command}`}</code>{" "}
            {action !== null && (
              <button type="button" onClick={() => act(action)}>
                {action.label}
              </button>
            )}
          </figcaption>
          {part.output !== "" && <pre>{part.output}</pre>}
        </figure>
      );
    }
  }
}

function Paragraph({ text }: { readonly text: string }): VNode {
  return text.startsWith("    ") ? <pre>{text.replace(/^ {4}/gm, "")}</pre> : <p>{inline(text)}</p>;
}

/** `code` and *emphasis*. */
function inline(text: string): ComponentChildren[] {
  return text.split(/(`[^`]+`|\*[^*\s][^*]*\*)/).map((piece, i) => {
    if (piece.startsWith("`")) return <code key={i}>{piece.slice(1, -1)}</code>;
    return /^\*.+\*$/s.test(piece) ? <em key={i}>{piece.slice(1, -1)}</em> : piece;
  });
}
