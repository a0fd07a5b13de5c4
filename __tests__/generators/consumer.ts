import type { Draw } from "./draw.ts";

/** What a component can say about the session, in its own words. */
interface Words {
  /** Hook calls and constants that the others need. */
  setup: string[];
  /** Expressions that are true when nobody is signed in. */
  out: string[];
  /** Expressions that are true when somebody is. */
  in: string[];
  /** For dependency arrays. */
  value: string;
  required: boolean;
}

/**
 * Also generate what the transform is known not to finish in one run: a decision that waits for something else as well
 * (`if (!session && ready)`) before another one, several
 * decisions in a component, and decisions before a hook or with `required: true`, which are passed by while loading.
 */
const isWild = process.env.WILD !== undefined;

/** A component that calls useSession and decides things by it. Signed out, it may show the text `signed-out`. */
export function consumer(draw: Draw): { source: string; required: boolean } {
  const hook = draw.one(["useSession", "useSession", "useAuth", "auth.useSession"]);
  const words = derive(draw, wordsOf(draw, hook));
  const before = draw.some([
    "const [open, setOpen] = useState(false);",
    "const box = useRef(null);",
    "const sum = useMemo(() => 1 + 1, []);",
  ]);
  const decisions = Array.from({ length: draw.upTo(isWild ? 3 : words.required ? 0 : 1) }, () => decision(draw, words));
  const steps = shuffled(draw, [...Array.from({ length: draw.upTo(2) }, () => statement(draw, words)), ...decisions]);
  const late = (isWild || decisions.length === 0) && draw.onceIn(8) ? ["const [late] = useState(1);"] : [];
  const body = [
    "const router = useRouter();",
    ...(draw.onceIn(2) ? [...before, ...words.setup] : [...words.setup, ...before]),
    ...steps,
    ...late,
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
  const source = hook === "auth.useSession" ? text.replaceAll("signIn()", "auth.signIn()") : text;
  return { source: `${source}\n`, required: words.required };
}

function wordsOf(draw: Draw, hook: string): Words {
  const required = draw.onceIn(6);
  const call = `${hook}(${required ? "{ required: true }" : ""})`;
  const ofData = (data: string) => ({
    out: [`!${data}`, `!${data}?.user`, `${data} == null`, `!(${data} && ${data}.user)`],
    in: [data, `${data}?.user`, `!!${data}`, `${data} != null`, `Boolean(${data}?.user)`],
  });
  const ofStatus = (status: string) => ({
    out: [`${status} !== "authenticated"`, `${status} === "unauthenticated"`],
    in: [`${status} === "authenticated"`],
  });
  const both = (data: string, status: string) => ({
    out: [...ofData(data).out, ...ofStatus(status).out],
    in: [...ofData(data).in, ...ofStatus(status).in],
  });
  return draw.one<Words>([
    { setup: [`const { data: session, status } = ${call};`], ...both("session", "status"), value: "session", required },
    { setup: [`const { data: session } = ${call};`], ...ofData("session"), value: "session", required },
    { setup: [`const { data } = ${call};`], ...ofData("data"), value: "data", required },
    { setup: ['const status = "draft";', `const { data: me } = ${call};`], ...ofData("me"), value: "me", required },
    { setup: [`const session = ${call};`], ...both("session.data", "session.status"), value: "session", required },
    { setup: [`const current = ${call};`, "const { data: session } = current;"], ...ofData("session"), value: "session", required },
    { setup: [`const { status } = ${call};`], ...ofStatus("status"), value: "status", required },
    { setup: [`const { status: state, data: session } = ${call};`], ...both("session", "state"), value: "session", required },
    { setup: [`const session = ${call}.data;`], ...ofData("session"), value: "session", required },
  ]);
}

/** Sometimes the decision goes by a constant that stands for the session. */
function derive(draw: Draw, words: Words): Words {
  const out = draw.one(words.out);
  const is = draw.one(words.in);
  return draw.one<Words>([
    words,
    words,
    { ...words, setup: [...words.setup, `const signedIn = ${is};`], out: [...words.out, "!signedIn"], in: ["signedIn"] },
    { ...words, setup: [...words.setup, `const guest = ${out};`], out: ["guest"], in: ["!guest"] },
    { ...words, setup: [...words.setup, `const guest = useMemo(() => ${out}, [${words.value}]);`], out: ["guest"], in: ["!guest"] },
    { ...words, setup: [...words.setup, `const blocked = ${out} || !ready;`], out: ["blocked", out] },
  ]);
}

const LEAVING = ['router.push("/login")', 'router.replace("/login")', "signIn()"];

/** Something that ends the rendering, or leaves in the middle of it. */
function decision(draw: Draw, words: Words): string {
  const out = isWild ? condition(draw, words) : draw.one(words.out);
  const is = draw.one(words.in);
  const go = draw.one(LEAVING);
  return draw.one([
    `if (${out}) return <p>signed-out</p>;`,
    `if (${out}) {\n  return <p>signed-out</p>;\n}`,
    `if (${out}) return null;`,
    `if (${out}) redirect("/login");`,
    `if (${out}) {\n  ${go};\n  return null;\n}`,
    `if (${out}) throw new Error("signed-out");`,
    ...(isWild ? [`if (ready) {\n  if (${out}) {\n    return <p>signed-out</p>;\n  }\n}`] : []),
    `if (${is}) {\n  console.log("in");\n} else {\n  ${go};\n}`,
  ]);
}

function statement(draw: Draw, words: Words): string {
  const out = condition(draw, words);
  const is = draw.one(words.in);
  const go = draw.one(LEAVING);
  const deps = draw.one([`, [${words.value}]`, `, [${words.value}, router]`, "", ", []"]);
  return draw
    .one([
      `useEffect(() => {\n  if (${out}) {\n    ${go};\n  }\n}${deps});`,
      `useEffect(() => {\n  if (${is}) return;\n  ${go};\n}${deps});`,
      `useEffect(() => {\n  if (!ready) return;\n  ${out} && ${go};\n}${deps});`,
      `useEffect(() => {\n  ${is} ? console.log("in") : ${go};\n}${deps});`,
      `useEffect(() => {\n  if (${is}) console.log("in");\n}${deps});`,
      `const leave = () => {\n  if (${out}) ${go};\n};\nuseEffect(() => {\n  leave();\n}${deps});`,
      `const leave = useCallback(() => {\n  if (${out}) ${go};\n}${deps === "" ? ", []" : deps});`,
      `const click = () => {\n  if (${out}) ${go};\n};`,
      "if (!ready) return <p>not ready</p>;",
    ])
    .replaceAll("leave", `leave${draw.upTo(999)}`)
    .replaceAll("click", `click${draw.upTo(999)}`);
}

function shuffled<T>(draw: Draw, values: T[]): T[] {
  const rest = [...values];
  return values.map(() => rest.splice(draw.upTo(rest.length - 1), 1)[0]!);
}

function condition(draw: Draw, words: Words): string {
  const out = draw.one(words.out);
  return draw.one([
    out,
    out,
    out,
    `${out} && ready`,
    `ready && ${out.includes("||") ? `(${out})` : out}`,
    `!ready || ${out}`,
    `!(${draw.one(words.in)})`,
  ]);
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
  ]);
}

function child(draw: Draw, words: Words): string {
  const is = draw.one(words.in);
  const out = draw.one(words.out);
  return draw.one([
    `{${is} ? <b>signed in</b> : <i>signed-out</i>}`,
    `{${out} ? <i>signed-out</i> : <b>signed in</b>}`,
    `{${out} && <i>signed-out</i>}`,
    `{${is} && <b>signed in</b>}`,
    `<p>Hello {${is} ? "you" : "signed-out"}</p>`,
    `<p className={${is} ? "in" : "signed-out"}>text</p>`,
    `<ul>{${is} ? <li>signed in</li> : <li>signed-out</li>}</ul>`,
    `{${is} ? (\n      <b>\n        signed in {ready && "now"}\n      </b>\n    ) : (\n      <>\n        <i>signed-out</i> <button onClick={() => signIn()}>Sign in</button>\n      </>\n    )}`,
    `{ready ? ${is} ? <b>signed in</b> : <i>signed-out</i> : null}`,
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
