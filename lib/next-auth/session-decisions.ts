import type { Node, Statement, SwitchStatement } from "@babel/types";
import { unwrap } from "../syntax/expressions.ts";
import { functionAround } from "../syntax/functions.ts";
import { waitsForEvent } from "../syntax/local-state.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { AUTHENTICATED, LOADING, UNAUTHENTICATED, USERLESS, type SessionStates, type World } from "./session-states.ts";
import { and, choose, compare, conjunctsOf, not, or, type Truth } from "./session-values.ts";

/** Something that has to hold for a place to be reached. */
export interface Condition {
  /** The statement or expression that decides. */
  at: Node;
  /** Whether the place lies inside it, or behind it because it does not leave the function. */
  kind: "inside" | "past";
  /** The expression that is asked, where there is one. */
  test: Node | undefined;
  /** Whether the place is where the test holds. */
  holds: boolean;
  truth(world: World): Truth;
}

/** A place that is reached while the session loads as if nobody were signed in. */
export interface Decision {
  place: Node;
  conditions: readonly Condition[];
  /** The first of them to keep somebody who is signed in from the place. */
  deciding: Condition;
}

/** What a decision is about. */
export interface DecisionContext {
  /** Whether useSession is told that a session is required: it is never "unauthenticated" then. */
  required: boolean;
  /** Whether the place leads elsewhere: nobody wants that while loading alone, unless loading is asked for by name. */
  leaves: boolean;
  /** What else has to hold for the place to be reached while loading. */
  whileLoading?: Truth;
}

/** What an app counts as leaving a function besides `return` and `throw`: `redirect()`, `notFound()`. */
export type IsExit = (expression: Node) => boolean;

/** Reads the control flow of one file in each state of the session. */
export class SessionDecisions {
  readonly #file: SourceFile;
  readonly #states: SessionStates;
  readonly #isExit: IsExit;

  constructor(file: SourceFile, states: SessionStates, isExit: IsExit) {
    this.#file = file;
    this.#states = states;
    this.#isExit = isExit;
  }

  /**
   * Whether a place is a phantom sign-out: reached both while loading and when signed out, and not, or under
   * more conditions, when signed in.
   *
   * @param way the place, then the calls that lead to the function around it, inside out
   */
  decide(way: readonly Node[], { required, leaves, whileLoading = true }: DecisionContext): Decision | undefined {
    const conditions = way.flatMap((node) => this.conditions(node).reverse()).reverse();
    const truth = (world: World) => and(...conditions.map((condition) => condition.truth(world)));
    const loading = truth(LOADING);
    if (and(loading, whileLoading) === false) return undefined;
    if (!required && truth(UNAUTHENTICATED) === false && !(leaves && !conditions.some(isForLoading))) return undefined;
    const signedIn = truth(AUTHENTICATED);
    const asked = new Set(conjunctsOf(loading));
    const asksMore = (other: Truth) => other === false || conjunctsOf(other).some((part) => !asked.has(part));
    const isRarer = signedIn === false || (asksMore(signedIn) && [...asked].every((part) => conjunctsOf(signedIn).includes(part)));
    if (!isRarer) return undefined;
    const deciding =
      conditions.find((condition) => asksMore(condition.truth(AUTHENTICATED))) ??
      conditions.find((condition) => condition.truth(LOADING) !== condition.truth(AUTHENTICATED));
    return deciding && !this.#waitsForEvent(deciding) ? { place: way[0]!, conditions, deciding } : undefined;
  }

  /** `session && editing ? <Form /> : <Text />`: until somebody edits, people who are signed in get the other side, too. */
  #waitsForEvent({ at, kind, test, holds }: Condition): boolean {
    const kept = kind === "inside" ? !holds && test : at.type === "IfStatement" && !at.alternate && at.test;
    return kept ? waitsForEvent(this.#file, kept) : false;
  }

  /** Whether a condition names loading as one of its cases, as `status === "loading" || !session` does: it is meant for both. */
  namesLoading(test: Node): boolean {
    const at = unwrap(test);
    if (at.type === "LogicalExpression") return this.namesLoading(at.left) || this.namesLoading(at.right);
    return [LOADING, UNAUTHENTICATED, AUTHENTICATED].every((world, i) => this.#states.test(at, world) === (i === 0));
  }

  /** Whether a condition, or its opposite, means "nobody is signed in" and nothing else. */
  isSignedOut(test: Node, holds = true): boolean {
    return (
      [LOADING, UNAUTHENTICATED].every((world) => this.#states.test(test, world) === holds) &&
      [AUTHENTICATED, USERLESS].every((world) => this.#states.test(test, world) === !holds)
    );
  }

  /** What has to hold for a place to be reached inside its function, outermost first. */
  conditions(place: Node): Condition[] {
    const root = functionAround(this.#file, place);
    const found: Condition[] = [];
    let at = place;
    for (const parent of this.#file.ancestors(place)) {
      if (parent === root) break;
      found.push(...this.#fromParent(at, parent));
      at = parent;
    }
    return found.reverse();
  }

  /** Whether a statement leaves its function in a world. */
  exits(statement: Node, world: World): Truth {
    switch (statement.type) {
      case "ReturnStatement":
      case "ThrowStatement":
        return true;
      case "ExpressionStatement":
        return this.#expressionExits(statement.expression, world);
      case "BlockStatement":
        return this.#listExits(statement.body, world);
      case "IfStatement": {
        const alternate = statement.alternate ? this.exits(statement.alternate, world) : false;
        const consequent = this.exits(statement.consequent, world);
        return consequent === false && alternate === false
          ? false
          : choose(this.#states.test(statement.test, world), consequent, alternate);
      }
      case "SwitchStatement": {
        const entries = this.#caseEntries(statement, world);
        return or(
          ...statement.cases.map((_, i) =>
            and(
              entries[i]!,
              this.#listExits(
                statement.cases.slice(i).flatMap(({ consequent }) => consequent),
                world,
              ),
            ),
          ),
        );
      }
      case "TryStatement": {
        const block = this.exits(statement.block, world);
        const handler = statement.handler ? this.exits(statement.handler.body, world) : true;
        return block === handler || !statement.handler ? block : `try@${statement.start}`;
      }
      case "LabeledStatement":
        return this.exits(statement.body, world);
      case "ForStatement":
      case "ForInStatement":
      case "ForOfStatement":
      case "WhileStatement":
      case "DoWhileStatement":
        return this.exits(statement.body, world) === false ? false : `loop@${statement.start}`;
      default:
        return false;
    }
  }

  /** `session || redirect("/login")` leaves where its right side is reached. */
  #expressionExits(expression: Node, world: World): Truth {
    const at = unwrap(expression);
    const exits = (part: Node) => this.#expressionExits(part, world);
    if (at.type === "ConditionalExpression") {
      const [consequent, alternate] = [exits(at.consequent), exits(at.alternate)];
      return consequent === alternate ? consequent : choose(this.#states.test(at.test, world), consequent, alternate);
    }
    if (at.type !== "LogicalExpression" || at.operator === "??") return this.#isExit(at);
    const right = exits(at.right);
    const left = right === false ? false : this.#states.test(at.left, world);
    return right === false ? false : and(at.operator === "&&" ? left : not(left), right);
  }

  #listExits(statements: readonly Statement[], world: World): Truth {
    const exits: Truth[] = [];
    for (const statement of statements) {
      if (statement.type === "BreakStatement" || statement.type === "ContinueStatement") break;
      exits.push(this.exits(statement, world));
      if (exits.at(-1) === true) break;
    }
    return or(...exits);
  }

  #fromParent(at: Node, parent: Node): Condition[] {
    const states = this.#states;
    const ask = (test: Node, holds: boolean): Condition[] => [
      { at: parent, kind: "inside", test, holds, truth: (world) => (holds ? states.test(test, world) : not(states.test(test, world))) },
    ];
    switch (parent.type) {
      case "IfStatement":
      case "ConditionalExpression":
        return at === parent.test ? [] : ask(parent.test, at === parent.consequent);
      case "LogicalExpression":
        if (at !== parent.right) return [];
        if (parent.operator !== "??") return ask(parent.left, parent.operator === "&&");
        return [{ at: parent, kind: "inside", test: undefined, holds: true, truth: (world) => this.#isNullish(parent.left, world) }];
      case "BlockStatement":
      case "Program":
        return this.#past(parent.body, at);
      case "SwitchCase": {
        const statement = this.#file.parent(parent) as SwitchStatement;
        return [
          ...this.#past(parent.consequent, at),
          {
            at: statement,
            kind: "inside",
            test: undefined,
            holds: true,
            truth: (world) => this.#caseEntered(statement, statement.cases.indexOf(parent), world),
          },
        ];
      }
      case "CatchClause":
        return [{ at: parent, kind: "inside", test: undefined, holds: true, truth: () => `catch@${parent.start}` }];
      case "ForStatement":
      case "ForInStatement":
      case "ForOfStatement":
      case "WhileStatement":
        return at === parent.body
          ? [{ at: parent, kind: "inside", test: undefined, holds: true, truth: () => `loop@${parent.start}` }]
          : [];
      default:
        return [];
    }
  }

  /** The statements before a place that may leave, nearest first. */
  #past(list: readonly Node[], at: Node): Condition[] {
    const mayLeave = (statement: Node) => [LOADING, UNAUTHENTICATED, AUTHENTICATED].some((world) => this.exits(statement, world) !== false);
    const before = list.slice(0, list.indexOf(at)).filter(mayLeave);
    return before.reverse().map((statement): Condition => ({
      at: statement,
      kind: "past",
      test: undefined,
      holds: false,
      truth: (world) => not(this.exits(statement, world)),
    }));
  }

  #isNullish(node: Node, world: World): Truth {
    const value = this.#states.value(node, world);
    if (value.type === "literal") return value.value === null || value.value === undefined;
    return value.type === "object" || value.truthy ? false : `${value.key}==null`;
  }

  /** For each case, whether the switch starts there. */
  #caseEntries({ discriminant, cases }: SwitchStatement, world: World): Truth[] {
    const value = this.#states.value(discriminant, world);
    const matches = cases.map(({ test }): Truth => {
      if (!test) return false;
      return compare(value, this.#states.value(test, world), false) ?? `${this.#file.slice(discriminant)}===${this.#file.slice(test)}`;
    });
    return cases.map(({ test }, i) => (test ? and(matches[i]!, ...matches.slice(0, i).map(not)) : and(...matches.map(not))));
  }

  /** Whether a case's statements run: entered there, or fallen into from the case before. */
  #caseEntered(statement: SwitchStatement, index: number, world: World): Truth {
    const entries = this.#caseEntries(statement, world);
    let truth = entries[index]!;
    for (let i = index - 1; i >= 0 && !leavesCase(statement.cases[i]!.consequent); i--) truth = or(truth, entries[i]!);
    return truth;
  }
}

/** `case "loading":` */
function isForLoading({ kind, truth }: Condition): boolean {
  return kind === "inside" && truth(LOADING) === true && truth(UNAUTHENTICATED) === false && truth(AUTHENTICATED) === false;
}

function leavesCase(statements: readonly Statement[]): boolean {
  const last = statements.at(-1);
  if (last?.type === "BlockStatement") return leavesCase(last.body);
  return last !== undefined && /^(?:Break|Return|Throw|Continue)Statement$/.test(last.type);
}
