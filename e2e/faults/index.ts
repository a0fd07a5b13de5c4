import type { Fault } from "./fault.ts";
import { decisionsWhileLoading } from "./loading.ts";
import { middlewareCatchesAuth, middlewareCatchesEverything, middlewareReexport } from "./middleware.ts";
import { optionsExportedFromRoute, sessionWithoutOptions } from "./options.ts";
import { layoutMadeClient, providerInServerLayout, providerMissing } from "./provider.ts";
import { secretMissing } from "./secret.ts";
import { adapterWithoutStrategy } from "./strategy.ts";

export const faults: Fault[] = [
  optionsExportedFromRoute,
  sessionWithoutOptions,
  providerMissing,
  providerInServerLayout,
  layoutMadeClient,
  decisionsWhileLoading,
  middlewareCatchesEverything,
  middlewareCatchesAuth,
  middlewareReexport,
  secretMissing,
  adapterWithoutStrategy,
];
