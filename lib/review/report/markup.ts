/** Markup that is safe to put into a page as it is. Only `markup` and `trusted` make it. */
export interface Markup {
  readonly html: string;
}

type Value = string | number | undefined | false | Markup | readonly Markup[];

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A template of markup: every value in it is text, and is escaped, unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...values: Value[]): Markup {
  return { html: strings.reduce((all, string, i) => all + render(values[i - 1]) + string) };
}

/** The page's own script and styles. Never for anything that comes from a project. */
export function trusted(html: string): Markup {
  return { html };
}

function render(value: Value): string {
  if (value === undefined || value === false) return "";
  if (Array.isArray(value)) return value.map(render).join("");
  if (typeof value === "object") return (value as Markup).html;
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
