import { sessionReads } from "../../next-auth/session-reads.ts";
import { usesOf } from "../../project/origin.ts";
import { routerFiles } from "../../project/segments.ts";
import { isClientFile } from "../../syntax/directives.ts";
import { isBelow, parentOf } from "../../workspace/app.ts";
import { defineCause } from "../cause.ts";

export const sessionCheckInLayoutOnly = defineCause({
  name: "session-check-in-layout-only",
  severity: "info",
  summary: "A layout is the only place that turns visitors without a session away.",
  why: "A layout is not rendered again when its visitor moves between its pages, and its pages are rendered beside it, not after it: what they read and send is not behind the layout's check. After the session ended, moving on shows pages as if it were there.",
  help: "Check the session where data is read: in each page, or in the function that reads from the database. The layout's check may stay for the look of it.",
  docs: "https://nextjs.org/docs/app/guides/authentication#layouts-and-auth-checks",
  example: {
    broken: '// app/dashboard/layout.tsx\nconst session = await getServerSession(authOptions);\nif (!session) redirect("/login");',
  },
  look(project, found) {
    const pages = routerFiles(project, "page");
    for (const layout of routerFiles(project, "layout")) {
      const [read] = sessionReads(project, layout);
      if (read === undefined || isClientFile(layout) || usesOf(project, layout, ["next/navigation"], "redirect").length === 0) continue;
      const below = pages.filter(
        (page) => isBelow(page.path, parentOf(layout.path)) && !(page.text.includes("use client") && page.parses && isClientFile(page)),
      );
      if (below.length === 0 || below.some((page) => sessionReads(project, page).length > 0)) continue;
      found(
        layout,
        read.node,
        `This layout alone turns away who is not signed in: ${below.length === 1 ? "the page below it does not ask" : `none of the ${below.length} pages below it asks`} for the session.`,
      );
    }
  },
});
