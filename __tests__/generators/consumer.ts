import type { Draw } from "./draw.ts";
import { condition, wordsOf, type Words } from "./session-words.ts";

/** A component that calls useSession and decides things by it. Signed out, it may show texts with `signed-out`. */
export function consumer(draw: Draw): { source: string; required: boolean } {
  const hook = draw.one(["useSession", "useSession", "useAuth", "auth.useSession"]);
  const words = wordsOf(draw, hook);
  const before = draw.some([
    "const [open, setOpen] = useState(false);",
    "const box = useRef(null);",
    "const sum = useMemo(() => 1 + 1, []);",
  ]);
  const decisions = Array.from({ length: draw.upTo(3) }, () => decision(draw, words));
  const statements = Array.from({ length: draw.upTo(2) }, (_, i) => statement(draw, words, i));
  const body = [
    "const router = useRouter();",
    ...(draw.onceIn(2) ? [...before, ...words.setup] : [...words.setup, ...before]),
    ...shuffled(draw, [...statements, ...decisions]),
    ...(draw.onceIn(8) ? ["const [late] = useState(1);"] : []),
    ending(draw, words),
  ];
  const imports = [
    'import { forwardRef, memo, useCallback, useEffect, useMemo, useRef, useState } from "react";',
    hook === "auth.useSession"
      ? 'import * as auth from "next-auth/react";'
      : `import { ${hook === "useAuth" ? "useSession as useAuth" : "useSession"}, signIn } from "next-auth/react";`,
    'import { redirect, useRouter } from "next/navigation";',
  ];
  const text = ['"use client";', "", ...imports, "", component(draw, body.map((line) => indent(line, 2)).join("\n"))].join("\n");
  let places = 0;
  // What one place shows to people who are signed out, and where it sends them, no other place does.
  const signIn = hook === "auth.useSession" ? "auth.signIn" : "signIn";
  const source = text
    .replaceAll("signed-out", () => `signed-out ${++places}`)
    .replaceAll('"/login"', () => `"/login/${++places}"`)
    .replaceAll("signIn()", () => `${signIn}("${++places}")`);
  return { source: `${source}\n`, required: words.required };
}

const LEAVING = ['router.push("/login")', 'router.replace("/login")', "signIn()"];

/** Something that ends the rendering, or leaves in the middle of it. */
function decision(draw: Draw, words: Words): string {
  const out = condition(draw, words);
  const is = draw.one(words.in);
  const go = draw.one(LEAVING);
  const bySwitch = words.status.map(
    (status) => `switch (${status}) {\n  case "authenticated":\n    break;\n  default:\n    return <p>signed-out</p>;\n}`,
  );
  return draw.one([
    `if (${out}) return <p>signed-out</p>;`,
    `if (${out}) {\n  return <p>signed-out</p>;\n}`,
    `if (${out}) return null;`,
    `if (${out}) return <div></div>;`,
    `if (${out}) redirect("/login");`,
    `if (${out}) {\n  ${go};\n  return null;\n}`,
    `if (${out}) throw new Error("signed-out");`,
    `if (ready) {\n  if (${out}) {\n    return <p>signed-out</p>;\n  }\n}`,
    `if (${is}) {\n  console.log("in");\n} else {\n  ${go};\n}`,
    `if (${is}) {\n  console.log("in");\n} else {\n  return <p>signed-out</p>;\n}`,
    `if (!ready) {\n  console.log("not ready");\n} else if (${out}) {\n  ${go};\n}`,
    `(${out}) && redirect("/login");`,
    `${is} || ${go};`,
    ...bySwitch,
  ]);
}

function statement(draw: Draw, words: Words, index: number): string {
  const out = condition(draw, words);
  const is = draw.one(words.in);
  const go = draw.one(LEAVING);
  const deps = draw.one([`, [${words.value}]`, `, [${words.value}, router]`, "", ", []"]);
  return draw
    .one([
      `useEffect(() => {\n  if (${out}) {\n    ${go};\n  }\n}${deps});`,
      `useEffect(() => {\n  if (${is}) return;\n  ${go};\n}${deps});`,
      `useEffect(() => {\n  if (${out}) {\n    ${go};\n    return;\n  }\n  console.log("in");\n}${deps});`,
      `useEffect(() => {\n  if (!ready) return;\n  (${out}) && ${go};\n}${deps});`,
      `useEffect(() => {\n  if (ready) {\n    if (${is}) console.log("in");\n    else ${go};\n  }\n}${deps});`,
      `useEffect(() => {\n  ${is} ? console.log("in") : ${go};\n}${deps});`,
      `useEffect(() => {\n  if (${is}) console.log("in");\n}${deps});`,
      `const leave = () => {\n  if (${out}) ${go};\n};\nuseEffect(() => {\n  leave();\n}${deps});`,
      `const leave = useCallback(() => {\n  if (${out}) ${go};\n}${deps === "" ? ", []" : deps});\nuseEffect(() => leave(), [leave]);`,
      `const leave = useCallback(() => {\n  if (${out}) ${go};\n}${deps === "" ? ", []" : deps});`,
      `const click = () => {\n  if (${out}) ${go};\n};`,
      "if (!ready) return <p>not ready</p>;",
    ])
    .replace(/\b(?:leave|click)\b/g, `$&${index}`);
}

function shuffled<T>(draw: Draw, values: T[]): T[] {
  const rest = [...values];
  return values.map(() => rest.splice(draw.upTo(rest.length - 1), 1)[0]!);
}

function ending(draw: Draw, words: Words): string {
  const is = draw.one(words.in);
  const out = draw.one(words.out);
  const children = Array.from({ length: 1 + draw.upTo(2) }, () => child(draw, words)).join("\n    ");
  return draw.one([
    `return (\n  <main>\n    ${children}\n  </main>\n);`,
    `return (\n  <main>\n    ${children}\n  </main>\n);`,
    `return ${is} ? <b>signed in</b> : <i>signed-out</i>;`,
    `return ${out} ? <i>signed-out</i> : <b>signed in</b>;`,
    `if (${is}) {\n  return <b>signed in</b>;\n}\nreturn <i>signed-out</i>;`,
    `if (${is}) return <b>signed in</b>;\nelse return <i>signed-out</i>;`,
    `const content = ${is} ? <b>signed in</b> : <i>signed-out</i>;\nreturn <main>{content}</main>;`,
    `let content = <b>signed in</b>;\nif (${condition(draw, words)}) content = <i>signed-out</i>;\nreturn <main>{content}</main>;`,
    `let content;\nif (${is}) {\n  content = <b>signed in</b>;\n} else {\n  content = "signed-out";\n}\nreturn <main>{content}</main>;`,
    `const view = () => {\n  if (${condition(draw, words)}) return <i>signed-out</i>;\n  return <b>signed in</b>;\n};\nreturn <main>{view()}</main>;`,
  ]);
}

function child(draw: Draw, words: Words): string {
  const is = draw.one(words.in);
  const out = draw.one(words.out);
  return draw.one([
    `{${is} ? <b>signed in</b> : <i>signed-out</i>}`,
    `{${out} ? <i>signed-out</i> : <b>signed in</b>}`,
    `{${out} && <i>signed-out</i>}`,
    `{${out} && ready && <i>signed-out</i>}`,
    `{${is} && <b>signed in</b>}`,
    `<p>Hello {${is} ? "you" : "signed-out"}</p>`,
    `<p className={${is} ? "in" : "signed-out"}>text</p>`,
    `<button onClick={() => (${is} ? console.log("in") : signIn())}>{${is} ? "Leave" : "signed-out"}</button>`,
    `<ul>{${is} ? <li>signed in</li> : <li>signed-out</li>}</ul>`,
    `{${is} ? (\n      <b>\n        signed in {ready && "now"}\n      </b>\n    ) : (\n      <>\n        <i>signed-out</i> <button onClick={() => signIn()}>Sign in</button>\n      </>\n    )}`,
    `{ready ? ${is} ? <b>signed in</b> : <i>signed-out</i> : null}`,
    `{[1, 2].map((n) => (${out} ? <i key={n}>signed-out</i> : <b key={n}>signed in</b>))}`,
    "<p>always</p>",
  ]);
}

function component(draw: Draw, body: string): string {
  const parameters = "{ ready = true }";
  return draw.one([
    `export default function Widget(${parameters}) {\n${body}\n}`,
    `const Widget = (${parameters}) => {\n${body}\n};\n\nexport default Widget;`,
    `function Widget(${parameters}) {\n${body}\n}\n\nexport default memo(Widget);`,
    `export default memo(function Widget(${parameters}) {\n${body}\n});`,
    `const Widget = forwardRef((${parameters}, ref) => {\n${body}\n});\n\nexport default Widget;`,
    `export default function (${parameters}) {\n${body}\n}`,
  ]);
}

function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, " ".repeat(by));
}
