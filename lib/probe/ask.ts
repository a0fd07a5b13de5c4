/** A cookie that an answer sets. Its value is not kept. */
export interface SetCookie {
  name: string;
  secure: boolean;
  domain: string | undefined;
  /** Of next-auth's callback-url cookie only: the address that next-auth takes for the app's. */
  origin: string | undefined;
}

export interface Answer {
  url: URL;
  status: number;
  headers: Headers;
  cookies: SetCookie[];
  /** Where a redirect leads. */
  location: URL | undefined;
  text: string;
  /** The body where it is JSON, else undefined. */
  json: unknown;
}

export interface NoAnswer {
  url: URL;
  /** In words: `connection refused`. */
  problem: string;
}

const LONGEST = 200_000;

/** One GET without cookies or credentials. Redirects are not followed, and nobody is waited for longer than the signal says. */
export async function ask(url: URL, signal: AbortSignal): Promise<Answer | NoAnswer> {
  try {
    const response = await fetch(url, {
      method: "GET",
      redirect: "manual",
      credentials: "omit",
      headers: { accept: "application/json, text/html;q=0.9, */*;q=0.5" },
      signal,
    });
    const text = await readText(response);
    const location = response.headers.get("location");
    return {
      url,
      status: response.status,
      headers: response.headers,
      cookies: response.headers.getSetCookie().map(readCookie),
      location: location === null ? undefined : toUrl(location, url),
      text,
      json: toJson(text),
    };
  } catch (error) {
    return { url, problem: problemOf(error) };
  }
}

async function readText({ body }: Response): Promise<string> {
  if (body === null) return "";
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = "";
  while (text.length < LONGEST) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value as Uint8Array, { stream: true });
  }
  await reader.cancel();
  return text;
}

/** @param header of Set-Cookie */
export function readCookie(header: string): SetCookie {
  const [pair = "", ...attributes] = header.split(";").map((part) => part.trim());
  const at = pair.indexOf("=");
  const name = pair.slice(0, at);
  const attribute = (wanted: string) => attributes.find((one) => one.toLowerCase().split("=")[0] === wanted);
  const domain = attribute("domain")?.split("=")[1]?.toLowerCase().replace(/^\./, "");
  return {
    name,
    secure: attribute("secure") !== undefined,
    domain,
    origin: name.endsWith("next-auth.callback-url") ? originOf(pair.slice(at + 1)) : undefined,
  };
}

function originOf(value: string): string | undefined {
  try {
    return new URL(decodeURIComponent(value)).origin;
  } catch {
    return undefined;
  }
}

function toUrl(location: string, base: URL): URL | undefined {
  try {
    return new URL(location, base);
  } catch {
    return undefined;
  }
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  if (name === "TimeoutError" || name === "AbortError") return "it took too long";
  const known: Record<string, string> = {
    ECONNREFUSED: "nothing listens there",
    ENOTFOUND: "there is no such host",
    ECONNRESET: "the connection was closed",
    DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is not trusted (NODE_EXTRA_CA_CERTS names one to trust)",
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is not trusted (NODE_EXTRA_CA_CERTS names one to trust)",
  };
  return known[cause?.code ?? ""] ?? cause?.message ?? message;
}
