import { join } from "node:path";
import { repository } from "./places.ts";
import { describeServer } from "./real-server.ts";

// In this repository, since that has the packages: nothing is installed for it.
describeServer(16, () => Promise.resolve(join(repository, ".apps")));
