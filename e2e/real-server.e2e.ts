import { join } from "node:path";
import { installDependencies } from "./install.ts";
import { describeServer } from "./real-server.ts";
import { nextMajors } from "./versions.ts";

for (const major of nextMajors) describeServer(major, async () => join(await installDependencies(major), "apps"));
