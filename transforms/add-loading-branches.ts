import { asJscodeshift } from "../lib/as-jscodeshift.ts";
import { placeholderImports } from "../lib/add-loading-branches/asked-placeholder.ts";
import { noteWhatHookReturns } from "../lib/add-loading-branches/custom-hooks.ts";
import { waitInEffects } from "../lib/add-loading-branches/effects.ts";
import { waitInJsx } from "../lib/add-loading-branches/jsx.ts";
import { placeholderText } from "../lib/add-loading-branches/placeholder.ts";
import { noteOthers, waitInRender } from "../lib/add-loading-branches/render.ts";
import { Scene } from "../lib/add-loading-branches/scene.ts";
import { readSessionFile } from "../lib/add-loading-branches/session-file.ts";
import { defineTransform } from "../lib/transform.ts";
import { joinPath } from "../lib/workspace/app.ts";

/**
 * Gives components that call useSession a loading branch where they decide that nobody is signed in.
 *
 * While the session loads, `data` is undefined and `status` is "loading". Code that only asks `!session`
 * takes that for signed out: it redirects on every refresh, or shows "Sign in" for a moment.
 *
 *     const { data: session } = useSession();          const { data: session, status } = useSession();
 *     if (!session) {                                   if (status === "loading") {
 *       redirect("/login");                               return <div role="status" aria-busy="true">Loading…</div>;
 *     }                                                 }
 *
 *                                                       if (!session) {
 *                                                         redirect("/login");
 *                                                       }
 *
 *     {session ? <Avatar /> : <SignIn />}               {status === "loading" ? <div … /> : session ? <Avatar /> : <SignIn />}
 *     {!session && <SignIn />}                          {status === "unauthenticated" && <SignIn />}
 *
 *     useEffect(() => {                                 useEffect(() => {
 *       if (!session) router.push("/login");              if (status === "unauthenticated") router.push("/login");
 *     }, [session]);                                    }, [session, status]);
 *
 * Every decision is found by evaluating its conditions in the three states of a session: it is one where
 * loading and signed out come out alike and signed in does not. Code that tells them apart already, in
 * whatever way, is right and stays. So does what only runs on events, and what shows nothing or a spinner.
 *
 * Left alone with a finding: what a custom hook returns, a decision before a later hook, class components,
 * values in attributes and arguments, what a button or link has for its label, fallbacks such as `?? "Guest"`.
 */
export const addLoadingBranches = defineTransform<object>({
  name: "add-loading-branches",
  summary: "make useSession consumers wait while the session loads instead of treating it as signed out",
  mentions: ["useSession"],
  plan({ project, report }) {
    const missing = placeholderImports(project).find(({ path }) => path === undefined);
    if (missing === undefined) return {};
    report.finding(
      "loading-component-unknown",
      joinPath(project.app.dir, "package.json"),
      undefined,
      `--loading speaks of ${missing.local}, which is not exported by exactly one file of this app, so nothing was changed.`,
    );
    return undefined;
  },
  edit(file, edits, _plan, { project, report, isSelected }) {
    if (!isSelected(file.path)) return;
    const session = readSessionFile(project, report, file, edits, placeholderText(project, edits.style));
    for (const consumer of session.consumers) {
      const scene = new Scene(session, consumer);
      for (const { form, call } of consumer.calls) {
        if (form.kind === "tuple")
          report.finding("session-tuple", file, call, "useSession returns an object since NextAuth.js v4; taking it as a tuple throws.");
      }
      if (consumer.kind === "class")
        report.finding("session-in-class", file, consumer.calls[0]!.call, "useSession is called in a class, where hooks do not work.");
      else if (consumer.kind === "hook") noteWhatHookReturns(scene);
      else {
        waitInRender(scene);
        waitInJsx(scene);
      }
      if (consumer.kind === "class") continue;
      waitInEffects(scene);
      noteOthers(scene);
    }
    if (session.consumers.length > 0 && edits.isEmpty) report.alreadyRight(file.path);
  },
});

export default asJscodeshift(addLoadingBranches);
export const parser = "tsx";
