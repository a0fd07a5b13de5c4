import type { Cause } from "./cause.ts";
import { signInBounce, signInStalePrefetch } from "./server/after-sign-in.ts";
import { callbackV3Signature, jwtCallbackUserUnguarded, sessionCallbackTokenWithDatabase } from "./server/callback-arguments.ts";
import {
  jwtCallbackDropsToken,
  jwtCallbackNoReturn,
  sessionCallbackNoReturn,
  sessionCallbackReturnsToken,
} from "./server/callback-returns.ts";
import { sessionCheckInLayoutOnly } from "./server/layout-check.ts";
import {
  serverSessionLegacyName,
  serverSessionNoOptions,
  serverSessionTwoArguments,
  serverSessionWithoutRequest,
} from "./server/missing-options.ts";
import { serverSessionNotAwaited } from "./server/not-awaited.ts";
import { optionsDuplicated, optionsInline, optionsPerRequest, routeConfiguredTwice } from "./server/options-shape.ts";
import {
  optionsImportedFromRoute,
  routeEdgeRuntime,
  routeExtraExport,
  routeMissingHandlers,
  routeWrongPath,
} from "./server/route-exports.ts";
import { serverSessionSelfFetch } from "./server/self-fetch.ts";
import { credentialsWithoutJwtStrategy, databaseStrategyWithoutAdapter } from "./server/session-strategy.ts";
import { serverSessionCached, serverSessionForceStatic, serverSessionOutsideSuspense } from "./server/static-rendering.ts";
import { tokenRotationLost } from "./server/token-rotation.ts";
import { getSessionInServerCode, optionsInClient, serverSessionInClient } from "./server/wrong-side.ts";

/** Causes in how the session is configured, and read on the server. */
export const serverCauses: readonly Cause[] = [
  serverSessionNoOptions,
  serverSessionTwoArguments,
  serverSessionWithoutRequest,
  serverSessionLegacyName,
  getSessionInServerCode,
  serverSessionInClient,
  optionsInClient,
  serverSessionNotAwaited,
  serverSessionForceStatic,
  serverSessionCached,
  serverSessionOutsideSuspense,
  serverSessionSelfFetch,
  sessionCheckInLayoutOnly,
  routeExtraExport,
  optionsImportedFromRoute,
  optionsInline,
  optionsPerRequest,
  optionsDuplicated,
  routeConfiguredTwice,
  routeMissingHandlers,
  routeWrongPath,
  routeEdgeRuntime,
  credentialsWithoutJwtStrategy,
  databaseStrategyWithoutAdapter,
  sessionCallbackNoReturn,
  jwtCallbackNoReturn,
  jwtCallbackDropsToken,
  sessionCallbackReturnsToken,
  sessionCallbackTokenWithDatabase,
  callbackV3Signature,
  jwtCallbackUserUnguarded,
  tokenRotationLost,
  signInStalePrefetch,
  signInBounce,
];
