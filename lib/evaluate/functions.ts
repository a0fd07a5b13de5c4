import type { Binding } from "../syntax/bindings.ts";
import type {
  ArrowFunctionExpression,
  Expression,
  ForOfStatement,
  FunctionDeclaration,
  FunctionExpression,
  Node,
  Statement,
  SwitchStatement,
  TryStatement,
} from "@babel/types";
import { evaluate } from "./expressions.ts";
import { sameValue } from "./methods.ts";
import { bindPattern } from "./names.ts";
import { BudgetError, MAX_DEPTH, type Run, type Scope } from "./scope.ts";
import {
  callable,
  constant,
  dependsOnSession,
  either,
  optionsOf,
  truthOf,
  UNKNOWN,
  withTraits,
  type Traits,
  type Value,
} from "./values.ts";

type FunctionNode = FunctionDeclaration | FunctionExpression | ArrowFunctionExpression;

/** What became of some statements. */
interface Completion {
  /** What may have been returned, or answered by throwing. */
  returns: Value[];
  /** How what follows is reached; undefined where it is not. */
  next: Traits | undefined;
}

/** A function as a value: calling it evaluates its body with what it closed over. */
export function closure(run: Run, node: FunctionNode, scope: Scope): Value {
  return callable((args) => {
    if (node.generator || run.depth >= MAX_DEPTH) return UNKNOWN;
    const values = new Map<Binding, Value>(scope.values);
    for (const [i, parameter] of node.params.entries()) bindPattern(run, parameter, args[i] ?? constant(undefined), scope, values);
    run.depth++;
    try {
      const inner: Scope = { file: scope.file, values };
      if (node.body.type !== "BlockStatement") return evaluate(run, node.body, inner);
      const { returns, next } = runStatements(run, node.body.body, inner, {});
      const outcomes = next === undefined ? returns : [...returns, withTraits(constant(undefined), next)];
      return outcomes.length === 0 ? UNKNOWN : either(outcomes);
    } finally {
      run.depth--;
    }
  });
}

function runStatements(run: Run, statements: readonly Statement[], scope: Scope, traits: Traits): Completion {
  const returns: Value[] = [];
  let next: Traits | undefined = traits;
  for (const statement of statements) {
    const done: Completion = runStatement(run, statement, scope, next);
    returns.push(...done.returns);
    next = done.next;
    if (next === undefined) break;
  }
  return { returns, next };
}

function runStatement(run: Run, statement: Statement, scope: Scope, traits: Traits): Completion {
  if (run.budget-- <= 0) throw new BudgetError();
  const value = (node: Expression) => evaluate(run, node, scope);
  const ends = (...returned: Value[]): Completion => ({ returns: returned.map((one) => withTraits(one, traits)), next: undefined });
  switch (statement.type) {
    case "ReturnStatement":
      return ends(statement.argument ? value(statement.argument) : constant(undefined));
    case "ThrowStatement":
      run.unknownCalls++;
      return ends({ kind: "answer", thrown: true });
    case "ExpressionStatement": {
      const result = value(statement.expression);
      return result.kind === "answer" && result.thrown ? ends(result) : { returns: [], next: traits };
    }
    case "VariableDeclaration":
      for (const { init } of statement.declarations) if (init) value(init);
      return { returns: [], next: traits };
    case "BlockStatement":
      return runStatements(run, statement.body, scope, traits);
    case "LabeledStatement":
      return runStatement(run, statement.body, scope, traits);
    case "IfStatement":
      return branch(value(statement.test), traits, [
        (reached) => runStatement(run, statement.consequent, scope, reached),
        (reached) => (statement.alternate ? runStatement(run, statement.alternate, scope, reached) : { returns: [], next: reached }),
      ]);
    case "SwitchStatement":
      return runSwitch(run, statement, scope, traits);
    case "TryStatement":
      return runTry(run, statement, scope, traits);
    case "ForOfStatement":
      return runForOf(run, statement, scope, traits);
    case "ForInStatement":
    case "ForStatement":
    case "WhileStatement":
    case "DoWhileStatement":
      return runLoop(run, statement.body, scope, traits);
    default:
      return { returns: [], next: traits };
  }
}

/**
 * Takes the branch that a test decides, or both. What stands behind a branch that ends depends on the test as the
 * branch itself does.
 */
function branch(test: Value, traits: Traits, [yes, no]: [(reached: Traits) => Completion, (reached: Traits) => Completion]): Completion {
  const truth = truthOf(test);
  const session = traits.session || dependsOnSession(test);
  if (truth !== undefined) {
    const reached = { ...traits, session };
    const taken = (truth ? yes : no)(reached);
    if (taken.next === undefined || !dependsOnSession(test)) return taken.next === undefined ? taken : { ...taken, next: traits };
    const other = (truth ? no : yes)(reached);
    return { returns: taken.returns, next: other.next === undefined ? reached : traits };
  }
  const reached = { unsure: true, session };
  const both = [yes(reached), no(reached)];
  const returns = both.flatMap((one) => one.returns);
  const going = both.filter((one) => one.next !== undefined);
  return { returns, next: going.length === 0 ? undefined : going.length === both.length ? traits : reached };
}

/** A loop's body may run, or not: with whatever its variables are then. */
function runLoop(run: Run, body: Statement, scope: Scope, traits: Traits): Completion {
  const { returns } = runStatement(run, body, scope, { ...traits, unsure: true });
  return { returns, next: returns.length === 0 ? traits : { unsure: true, session: traits.session || returns.some(dependsOnSession) } };
}

/** A loop over a list that is known runs once for each of its items. */
function runForOf(run: Run, { left, right, body }: ForOfStatement, scope: Scope, traits: Traits): Completion {
  const list = evaluate(run, right, scope);
  if (list.kind !== "list" || left.type !== "VariableDeclaration" || containsBreak(body)) return runLoop(run, body, scope, traits);
  const returns: Value[] = [];
  let next: Traits | undefined = traits;
  for (const item of list.items) {
    const values = new Map<Binding, Value>(scope.values);
    bindPattern(run, left.declarations[0]!.id, item, scope, values);
    const done: Completion = runStatement(run, body, { file: scope.file, values }, next);
    returns.push(...done.returns);
    next = done.next;
    if (next === undefined) break;
  }
  return { returns, next };
}

function runSwitch(run: Run, { discriminant, cases }: SwitchStatement, scope: Scope, traits: Traits): Completion {
  const subject = evaluate(run, discriminant, scope);
  const answers = cases.map(({ test }) => (test ? sameValue(subject, evaluate(run, test, scope)) : undefined));
  const from = (start: number, reached: Traits): Completion => {
    const body = cases.slice(start).flatMap(({ consequent }) => consequent);
    const end = body.findIndex(isBreak);
    const done = runStatements(run, end === -1 ? body : body.slice(0, end), scope, reached);
    return done;
  };
  const fallback = cases.findIndex(({ test }) => !test);
  const decided = cases.every(({ test }, i) => !test || answers[i] !== undefined);
  if (decided) {
    const hit = answers.indexOf(true);
    const start = hit === -1 ? fallback : hit;
    const reached = { ...traits, session: traits.session || dependsOnSession(subject) };
    return start === -1 ? { returns: [], next: traits } : from(start, reached);
  }
  const reached = { unsure: true, session: traits.session || dependsOnSession(subject) };
  const all = cases.map((_, i) => from(i, reached));
  const goesOn = fallback === -1 || all.some(({ next }) => next !== undefined);
  return { returns: all.flatMap(({ returns }) => returns), next: goesOn ? reached : undefined };
}

function isBreak(node: Node): boolean {
  return node.type === "BreakStatement" || (node.type === "BlockStatement" && node.body.some(isBreak));
}

function containsBreak(node: Node): boolean {
  if (node.type === "IfStatement") return containsBreak(node.consequent) || (node.alternate ? containsBreak(node.alternate) : false);
  if (node.type === "BlockStatement") return node.body.some(containsBreak);
  return node.type === "BreakStatement" || node.type === "ContinueStatement";
}

/** The handler runs where something in the block may throw: code that is not known, or `throw`. */
function runTry(run: Run, { block, handler, finalizer }: TryStatement, scope: Scope, traits: Traits): Completion {
  const callsBefore = run.unknownCalls;
  const done = runStatement(run, block, scope, traits);
  const caught =
    handler && run.unknownCalls > callsBefore
      ? runStatement(run, handler.body, scope, { ...traits, unsure: true })
      : { returns: [], next: undefined };
  const outside = handler ? done.returns.filter((value) => value.kind !== "answer" || !value.thrown) : done.returns;
  const last = finalizer ? runStatement(run, finalizer, scope, traits) : { returns: [], next: traits };
  if (last.next === undefined) return last;
  return { returns: [...outside, ...caught.returns, ...last.returns].flatMap(optionsOf), next: done.next ?? caught.next };
}
