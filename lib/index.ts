/** The programmatic interface: what the command line does, as functions that return values. */
export { apply } from "./changes/apply.ts";
export { ChangeSet, type FileChange, type Step } from "./changes/change-set.ts";
export { recover, undo, type Undone } from "./changes/undo.ts";
export { discover, type Discovery, type DiscoverRequest } from "./discover.ts";
export { UsageError } from "./errors.ts";
export { rules, type Finding, type Rule, type Severity } from "./findings/index.ts";
export { migrate, type MigrateRequest, type MigrateResult } from "./migrate.ts";
export type { TransformOptions } from "./project/project.ts";
export { asJscodeshift } from "./as-jscodeshift.ts";
export { defineTransform, type FileWrite, type Report, type Transform, type TransformContext } from "./transform.ts";
export { verify } from "./verify/verify.ts";
export { transforms } from "../transforms/index.ts";
