import type { Draw } from "./draw.ts";

/** What a component can say about the session, in its own words. */
export interface Words {
  /** Hook calls and constants that the others need. */
  setup: string[];
  /** Expressions that are true when nobody is signed in. */
  out: string[];
  /** Expressions that are true when somebody is. */
  in: string[];
  /** Expressions for the status. */
  status: string[];
  /** For dependency arrays. */
  value: string;
  required: boolean;
}

/** One of the ways to call useSession, and what can be asked of its result. */
export function wordsOf(draw: Draw, hook: string): Words {
  return derive(draw, taken(draw, hook));
}

/** Something that holds when nobody is signed in, and may ask for something else as well. */
export function condition(draw: Draw, words: Words): string {
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

function taken(draw: Draw, hook: string): Words {
  const required = draw.onceIn(6);
  const call = `${hook}(${required ? "{ required: true }" : ""})`;
  const ofData = (data: string) => ({
    out: [`!${data}`, `!${data}?.user`, `${data} == null`, `!(${data} && ${data}.user)`],
    status: [],
    in: [data, `${data}?.user`, `!!${data}`, `${data} != null`, `Boolean(${data}?.user)`],
  });
  const ofStatus = (status: string) => ({
    out: [`${status} !== "authenticated"`, `${status} === "unauthenticated"`],
    in: [`${status} === "authenticated"`],
    status: [status],
  });
  const both = (data: string, status: string) => ({
    out: [...ofData(data).out, ...ofStatus(status).out],
    in: [...ofData(data).in, ...ofStatus(status).in],
    status: [status],
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
