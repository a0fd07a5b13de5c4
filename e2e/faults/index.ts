import type { Fault } from "./fault.ts";
import { decisionsWhileLoading, loopInBrowser } from "./loading.ts";
import { middlewareCatchesAuth, middlewareCatchesEverything, middlewareReexport } from "./middleware.ts";
import { loopOnServer, optionsExportedFromRoute, sessionNullOnServer, sessionWithoutOptions } from "./options.ts";
import { layoutMadeClient, providerInServerLayout, providerMissing } from "./provider.ts";
import { secretMissing } from "./secret.ts";
import { adapterWithoutStrategy } from "./strategy.ts";

export const faults: Fault[] = [
  optionsExportedFromRoute,
  sessionWithoutOptions,
  sessionNullOnServer,
  loopOnServer,
  providerMissing,
  providerInServerLayout,
  layoutMadeClient,
  decisionsWhileLoading,
  loopInBrowser,
  middlewareCatchesEverything,
  middlewareCatchesAuth,
  middlewareReexport,
  secretMissing,
  adapterWithoutStrategy,
];
