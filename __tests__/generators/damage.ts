import type { Draw } from "./draw.ts";

const PIECES = [
  "{",
  "}",
  "(",
  ")",
  "<",
  ">",
  "</",
  "/>",
  ";",
  ",",
  '"',
  "'",
  "`",
  "${",
  "\\",
  "/*",
  "//",
  "=>",
  "?.",
  "\0",
  "\u2028",
  "\u202E",
  "\uFEFF",
  "\r",
  "async ",
  "await ",
  "export ",
  "default ",
  "return ",
  "!",
  " as any",
  "@",
  "#",
  "…",
];

/** A text with a few things wrong in it, as a careless edit, a bad merge or a broken disk leaves it. */
export function damaged(draw: Draw, text: string): string {
  let result = text;
  for (let i = 0; i <= draw.upTo(2); i++) result = damagedOnce(draw, result);
  return result;
}

function damagedOnce(draw: Draw, text: string): string {
  const at = draw.upTo(text.length);
  const end = Math.min(text.length, at + draw.upTo(30));
  const lines = text.split("\n");
  const [line, other] = [draw.upTo(lines.length - 1), draw.upTo(lines.length - 1)];
  switch (draw.upTo(6)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, at);
    case 2:
      return text.slice(0, at) + draw.one(PIECES) + text.slice(at);
    case 3:
      return text.slice(0, end) + text.slice(at);
    case 4:
      return lines.toSpliced(line, 0, lines[other]!).join("\n");
    case 5:
      return lines.toSpliced(line, 1).join("\n");
    default:
      return lines.toSpliced(line, 0, "<<<<<<< ours", lines[other]!, "=======", lines[line]!, ">>>>>>> theirs").join("\n");
  }
}
