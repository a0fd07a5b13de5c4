import type { Node, ReturnStatement, Statement } from "@babel/types";
import type { SourceFile } from "../workspace/source-file.ts";
import { functionAround, type FunctionNode } from "./functions.ts";

/** How a function can end. */
export interface Completion {
  /** Its return statements, those of functions inside it left out. */
  returns: readonly ReturnStatement[];
  /** Whether it can run past its last statement, or through a return without a value. */
  fallsThrough: boolean;
}

/** How a function with a block as its body ends; for `() => value` there is nothing to ask. */
export function completionOf(file: SourceFile, fn: FunctionNode): Completion | undefined {
  if (fn.body.type !== "BlockStatement") return undefined;
  const returns = file.nodes("ReturnStatement").filter((statement) => functionAround(file, statement) === fn);
  return { returns, fallsThrough: returns.some(({ argument }) => !argument) || canComplete(fn.body) };
}

/** Whether control can reach what stands behind a statement. Conditions are taken for undecided, `true` excepted. */
export function canComplete(statement: Statement): boolean {
  switch (statement.type) {
    case "ReturnStatement":
    case "ThrowStatement":
    case "ContinueStatement":
      return false;
    case "BlockStatement":
      return statement.body.every(canComplete);
    case "IfStatement":
      return !statement.alternate || canComplete(statement.consequent) || canComplete(statement.alternate);
    case "TryStatement":
      if (statement.finalizer && !canComplete(statement.finalizer)) return false;
      return canComplete(statement.block) || (statement.handler ? canComplete(statement.handler.body) : false);
    case "SwitchStatement": {
      const hasDefault = statement.cases.some(({ test }) => !test);
      const breaks = statement.cases.some(({ consequent }) => consequent.some(hasBreak));
      return !hasDefault || breaks || (statement.cases.at(-1)?.consequent.every(canComplete) ?? true);
    }
    case "WhileStatement":
    case "ForStatement": {
      const endless = !statement.test || (statement.test.type === "BooleanLiteral" && statement.test.value);
      return !endless || hasBreak(statement.body);
    }
    case "LabeledStatement":
      return canComplete(statement.body) || hasBreak(statement.body);
    default:
      return true;
  }
}

/** Whether a statement has a `break` that leaves what is around it. */
function hasBreak(statement: Node): boolean {
  switch (statement.type) {
    case "BreakStatement":
      return true;
    case "BlockStatement":
      return statement.body.some(hasBreak);
    case "IfStatement":
      return hasBreak(statement.consequent) || (statement.alternate ? hasBreak(statement.alternate) : false);
    case "TryStatement":
      return hasBreak(statement.block) || (statement.handler ? hasBreak(statement.handler.body) : false);
    default:
      return false;
  }
}
