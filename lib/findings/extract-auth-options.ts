import type { Rules } from "./finding.ts";

export const extractAuthOptionsRules = {
  "advanced-initialization": {
    severity: "warning",
    summary: "The options are built anew for every request, so they cannot move to a module of their own.",
    help: "Move what does not depend on the request into a constant of its own file, and extend it in the route: NextAuth(req, ctx, { ...authOptions, callbacks }). Pass the constant to getServerSession.",
    docs: "https://next-auth.js.org/configuration/initialization#advanced-initialization",
  },
  "options-factory": {
    severity: "warning",
    summary: "The options are the result of a call or another expression, not an object.",
    help: "Keep the call's result in an exported constant outside the route and pass that to NextAuth and getServerSession; where the call has to be made per request, make it where the session is read too.",
    docs: "https://next-auth.js.org/configuration/nextjs#getserversession",
  },
  "second-configuration": {
    severity: "warning",
    summary: "The app configures NextAuth twice, differently.",
    help: "A session has to be read with the options it was written with. Decide on one options object, put it in one file, and pass it to NextAuth and to every getServerSession.",
    docs: "https://next-auth.js.org/configuration/nextjs#getserversession",
  },
  "options-not-movable": {
    severity: "warning",
    summary: "Something that the options need cannot be moved out of the route safely.",
    help: "Move the named code by hand into a file of its own together with the options, and import them in the route.",
  },
  "auth-file-taken": {
    severity: "warning",
    summary: "Every file that the options could go to has names that collide with them.",
    help: "Name another file with --auth-file.",
  },
  "route-importer-not-movable": {
    severity: "warning",
    summary: "A file takes names from the auth route in a way that cannot follow a move.",
    help: "Make the file one that parses, and import the options in it by name, in a statement of their own; then run again.",
  },
  "route-export-refused": {
    severity: "warning",
    summary: "The route exports something that Next.js does not allow there, and other files import it.",
    help: "Next.js allows only HTTP methods and segment configuration as exports of a route. Move what the other files need to a module of its own.",
    docs: "https://nextjs.org/docs/app/api-reference/file-conventions/route",
  },
  "route-without-handler": {
    severity: "warning",
    summary: "The auth route exports the options object itself as GET and POST.",
    help: "Next.js calls what a route exports: const handler = NextAuth(authOptions); export { handler as GET, handler as POST }. Then run again.",
    docs: "https://next-auth.js.org/configuration/initialization#route-handlers-app",
  },
  "route-side-effect-stays": {
    severity: "warning",
    summary: "The auth route does something when it is loaded that files relied on which import its options.",
    help: "Put what this line does into a file of its own, and import that file in the route and wherever it is needed; or into the file with the options.",
  },
  "missing-route-export": {
    severity: "warning",
    summary: "A file imports a name from the auth route that it does not export.",
    help: "Import the name from where it is declared, or remove the import.",
  },
  "unresolved-route-import": {
    severity: "warning",
    summary: "A file imports from an auth route that does not exist.",
    help: "Import the options from the file that declares them.",
  },
} satisfies Rules;
