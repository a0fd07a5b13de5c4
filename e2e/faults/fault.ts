import type { Variant } from "../app.ts";
import type { TransformName } from "../command.ts";
import type { Inspection } from "../inspection.ts";
import type { NextMajor } from "../versions.ts";

/** One thing that loses a session, in an app where everything else has been repaired. */
export interface Fault {
  name: string;
  /** The transform that repairs it. */
  repairedBy: TransformName;
  major: NextMajor;
  /** What puts it there, where the example does not have it already. */
  plant?: Variant;
  /** Asserts what a person sees of it. */
  expectSymptom(found: Inspection): void;
}
