import { isClientOnly, reachOf } from "../../next-auth/client-graph.ts";
import { optionObjects } from "../../next-auth/option-fields.ts";
import { allSessionCalls, serverSessionCalls } from "../../next-auth/session-reads.ts";
import { entryKind } from "../../project/entries.ts";
import { importersOf } from "../../project/importers.ts";
import { filesLoadedBy } from "../../project/module-graph.ts";
import { inServerAction, isClientFile } from "../../syntax/directives.ts";
import { defineCause } from "../cause.ts";

export const getSessionInServerCode = defineCause({
  name: "get-session-in-server-code",
  severity: "warning",
  summary: "getSession() of next-auth/react runs on the server.",
  why: "getSession() asks the app itself over HTTP for `/api/auth/session`. In the browser the cookie goes with it; on the server it does not, so the answer is null for everybody. In a server component it makes the page static besides: the build bakes a null in, prints CLIENT_FETCH_ERROR and exits with 0.",
  help: "Call getServerSession(authOptions) instead.",
  docs: "https://next-auth.js.org/getting-started/client#getsession",
  example: {
    broken:
      'import { getSession } from "next-auth/react";\n\nexport default async function Page() {\n  const session = await getSession();\n}',
    repaired:
      'import { getServerSession } from "next-auth";\nimport { authOptions } from "@/lib/auth";\n\nexport default async function Page() {\n  const session = await getServerSession(authOptions);\n}',
  },
  repairedBy: "inject-auth-options",
  look(project, found) {
    for (const { name, file, call, given } of allSessionCalls(project)) {
      if (name !== "getSession" || isClientFile(file)) continue;
      const { server, client, elsewhere } = reachOf(project, file);
      if (!server) continue;
      const asksPlainly = given === "nothing" || given === "request";
      const isSure = asksPlainly && (entryKind(project, file.path) === "app" || inServerAction(file, call));
      if (client ?? elsewhere)
        found(
          file,
          call,
          `getSession() is null where the server runs this file, and right where ${client ? `${client.path} brings it to the browser` : "the Pages Router uses it"}.`,
          { byHand: "Split the file: getServerSession(authOptions) for the server, getSession() for the browser." },
        );
      else if (isSure)
        found(file, call, "getSession() asks over HTTP without the visitor's cookie here, so it is null for everybody.", {
          severity: "error",
        });
      else if (asksPlainly)
        found(
          file,
          call,
          "Server code imports this file, and there getSession() asks over HTTP without the visitor's cookie: it is null for everybody.",
        );
      else
        found(file, call, "getSession() runs on the server here: it is null unless its argument hands on the request's cookie header.", {
          severity: "info",
        });
    }
  },
});

export const serverSessionInClient = defineCause({
  name: "server-session-in-client",
  severity: "error",
  summary: "getServerSession is called in code that is sent to the browser.",
  why: "A `\"use client\"` file, and every file it imports, is part of the browser's bundle. There are no request headers to read the session from, so the call cannot succeed there. The build exits with 0 all the same, and ships about 250 kB of next-auth's server code to every visitor, with the options if they are imported.",
  help: "Read the session in a server component and pass it down, or use useSession() in client code. Don't import the options here.",
  docs: "https://next-auth.js.org/getting-started/client#usesession",
  example: {
    broken: '"use client";\n\nexport default async function Page() {\n  const session = await getServerSession(authOptions);\n}',
    repaired: '"use client";\n\nexport default function Page() {\n  const { data: session, status } = useSession();\n}',
  },
  look(project, found) {
    for (const { file, call } of serverSessionCalls(project)) {
      const { client } = reachOf(project, file);
      if (client === undefined || !isClientOnly(project, file)) continue;
      if (client === file)
        found(
          file,
          call,
          'This file is marked "use client", so getServerSession runs in the browser, where there is no request to read the session from.',
        );
      else
        found(
          file,
          call,
          `Only client code imports this file (${client.path} does), so getServerSession runs in the browser, where there is no request to read the session from.`,
          { severity: "warning" },
        );
    }
  },
});

export const optionsInClient = defineCause({
  name: "options-in-client",
  severity: "warning",
  summary: "A client file imports the module with the options.",
  why: 'What a `"use client"` file imports is sent to the browser: the options with their callbacks, the providers and, with an adapter, the database client. Environment variables are not sent, but secrets written into the code are; and modules for Node.js only break the build or the page.',
  help: "Import the options in server code only. Move what the client needs of that module (constants, types) to a file of its own.",
  docs: "https://nextjs.org/docs/app/getting-started/server-and-client-components#preventing-environment-poisoning",
  example: {
    broken: '"use client";\nimport { authOptions } from "@/lib/auth";',
    repaired: '"use client";\nimport { useSession } from "next-auth/react";',
  },
  look(project, found) {
    for (const home of new Set(optionObjects(project).map(({ file }) => file.path))) {
      for (const { file, references } of importersOf(project, home)) {
        if (!isClientFile(file) || !filesLoadedBy(project, file).includes(home)) continue;
        found(file, references[0]!.node, `${home} holds the options of NextAuth, and this client file sends it to the browser.`);
      }
    }
  },
});
