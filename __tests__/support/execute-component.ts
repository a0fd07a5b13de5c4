import { elements, moduleLoader } from "./run-modules.ts";

export type SessionState = "loading" | "unauthenticated" | "authenticated";

/** What a component does in one state of the session. */
export interface Behaviour {
  /** The returned tree, functions left out. */
  tree: string;
  /** Redirects, navigations, sign-ins and errors thrown, in order; what an effect does says so. */
  leaves: string[];
  /** The hooks in the order of their calls. */
  hooks: string[];
  /** Whether rendering came to its end. */
  rendered: boolean;
}

const USER = { user: { name: "Ada", email: "ada@example.com" }, expires: "2999-01-01" };

/** Runs a component's source, its default export, under a mocked session, and then its effects once. */
export function execute(source: string, state: SessionState, props: object = {}): Behaviour {
  const behaviour: Behaviour = { tree: "", leaves: [], hooks: [], rendered: false };
  const leave = (how: string) => (to?: string) =>
    void behaviour.leaves.push(`${how} ${to ?? ""}${behaviour.rendered ? " in an effect" : ""}`);
  const effects: (() => unknown)[] = [];
  const hook =
    <A extends unknown[], T>(name: string, work: (...args: A) => T) =>
    (...args: A) => {
      behaviour.hooks.push(name);
      return work(...args);
    };
  const react = {
    ...elements,
    memo: (component: unknown) => component,
    forwardRef: (component: unknown) => component,
    useState: hook("useState", (value: unknown) => [typeof value === "function" ? (value as () => unknown)() : value, () => undefined]),
    useRef: hook("useRef", (current: unknown) => ({ current })),
    useMemo: hook("useMemo", (work: () => unknown) => work()),
    useCallback: hook("useCallback", (work: unknown) => work),
    useEffect: hook("useEffect", (effect: () => unknown) => void effects.push(effect)),
  };
  const data = state === "authenticated" ? USER : state === "loading" ? undefined : null;
  const packages = {
    react,
    "next-auth/react": {
      useSession: hook("useSession", () => ({ data, status: state, update: () => undefined })),
      signIn: leave("signIn"),
    },
    "next/navigation": {
      useRouter: hook("useRouter", () => ({ push: leave("push"), replace: leave("replace") })),
      redirect: (to: string) => {
        throw new Error(`redirect ${to}`);
      },
    },
  };
  try {
    const component = moduleLoader({ read: () => source, packages })("widget.tsx").default as (props: object) => unknown;
    const tree = component(props);
    behaviour.tree = JSON.stringify(tree) ?? "nothing";
    behaviour.rendered = true;
    for (const effect of effects) effect();
  } catch (error) {
    behaviour.leaves.push(`throws ${(error as Error).message}`);
  }
  return behaviour;
}
