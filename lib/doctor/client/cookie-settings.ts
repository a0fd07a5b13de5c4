import { optionObjects } from "../../next-auth/option-fields.ts";
import { deepField } from "../../next-auth/token-readers.ts";
import { definitionOf } from "../../project/definition.ts";
import { defineCause } from "../cause.ts";
import { OPTIONS_DOCS } from "./docs.ts";

const DOCS = `${OPTIONS_DOCS}#cookies`;

export const cookieIncomplete = defineCause({
  name: "cookie-incomplete",
  severity: "error",
  summary: "The options describe the session's cookie, and leave out its name or its path.",
  why: 'What the options say of a cookie takes the place of all that next-auth says of it; nothing is merged. Without `path: "/"` the cookie belongs to the folder of the address that set it, `/api/auth/callback`: signing in succeeds, and neither `/api/auth/session` nor any page is ever sent the cookie. Without a name it cannot be written at all.',
  help: 'Write all of it: name, and options with httpOnly: true, sameSite: "lax", path: "/" and secure.',
  docs: DOCS,
  example: {
    broken: "sessionToken: { name, options: { httpOnly: true, secure: true } }",
    repaired: 'sessionToken: { name, options: { httpOnly: true, sameSite: "lax", path: "/", secure: true } }',
  },
  look(project, found) {
    for (const options of optionObjects(project)) {
      const cookie = deepField(project, options, "cookies", "sessionToken");
      if (cookie.state !== "set") continue;
      const { file, node } = definitionOf(project, cookie.value);
      if (node.type !== "ObjectExpression") continue;
      if (deepField(project, options, "cookies", "sessionToken", "name").state === "absent")
        found(file, node, "The session's cookie has no name here, and next-auth adds none: signing in fails.");
      else if (deepField(project, options, "cookies", "sessionToken", "options", "path").state === "absent")
        found(
          file,
          node,
          "The session's cookie has no path here, and next-auth adds none: browsers send it to /api/auth/callback only, so that nobody is ever signed in.",
        );
    }
  },
});

export const cookieSameSiteNone = defineCause({
  name: "cookie-same-site-none",
  severity: "warning",
  summary: "The session's cookie has SameSite=None without Secure.",
  why: "Browsers refuse a cookie with SameSite=None that is not Secure, without a word to the page: signing in answers as if all were well, and the next request has no session.",
  help: 'Use sameSite: "lax", or, where the app is shown inside another site, set secure: true and serve it by https.',
  docs: DOCS,
  example: {
    broken: 'options: { sameSite: "none", path: "/" }',
    repaired: 'options: { sameSite: "none", path: "/", secure: true }',
  },
  look(project, found) {
    for (const options of optionObjects(project)) {
      const of = (name: string) => deepField(project, options, "cookies", "sessionToken", "options", name);
      const [sameSite, secure] = [of("sameSite"), of("secure")];
      if (sameSite.state !== "set") continue;
      const { file, node } = definitionOf(project, sameSite.value);
      const flag = secure.state === "set" ? definitionOf(project, secure.value).node : undefined;
      const isInsecure = secure.state === "absent" || (flag?.type === "BooleanLiteral" && !flag.value);
      if (node.type === "StringLiteral" && node.value === "none" && isInsecure)
        found(file, node, "Browsers refuse a cookie with SameSite=None that is not Secure, so the session's cookie never arrives.");
    }
  },
});
