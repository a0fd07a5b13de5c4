import type { Cause } from "./cause.ts";
import { basePathProvider, basePathUrl } from "./client/base-path.ts";
import { consumerRedirectWhileLoading, consumerRequiredBasePath, consumerRequiredInline, consumerV3Tuple } from "./client/consumers.ts";
import { cookieIncomplete, cookieSameSiteNone } from "./client/cookie-settings.ts";
import {
  cookieAlwaysSecure,
  cookieDomainFixed,
  cookieDomainLocalhost,
  cookieNameUnknown,
  cookieSecurePrefix,
  jwtCustomCodec,
} from "./client/cookies.ts";
import { consumerFlash, consumerNoLoading } from "./client/loading.ts";
import {
  mwBlocksAuth,
  mwBlocksStatic,
  mwCatchesSignin,
  mwMatcherInvalid,
  mwMatcherNotStatic,
  mwNoMatcher,
  mwPagesMismatch,
} from "./client/middleware-matcher.ts";
import { mwBothFiles, mwNoHandler, mwNotRun, mwProxyRuntime, mwReexport } from "./client/middleware-place.ts";
import { mwDatabase, mwNodeOnly } from "./client/middleware-session.ts";
import {
  providerClientLayout,
  providerDuplicated,
  providerInServer,
  providerLeftoverSession,
  providerMissing,
  providerNullSession,
  providerOutside,
} from "./client/providers.ts";
import { authSecretTooEarly, secretLiteral, secretSplit } from "./client/secret-sources.ts";
import { secretEmpty, secretMissing } from "./client/secret-values.ts";
import { useSessionInServer } from "./client/session-in-server.ts";
import { signinNoRefresh } from "./client/signin-no-refresh.ts";
import {
  urlHttpInProduction,
  urlInvalid,
  urlLocalInProduction,
  urlPath,
  urlRemoteInDevelopment,
  urlWithoutScheme,
} from "./client/url-values.ts";
import { buildStaticExport, versionDuplicate, versionTooOld, versionV5Code } from "./client/versions.ts";

/** Causes in the environment, the middleware, the provider and the browser. */
export const clientCauses: readonly Cause[] = [
  consumerRedirectWhileLoading,
  consumerNoLoading,
  consumerFlash,
  consumerV3Tuple,
  consumerRequiredInline,
  consumerRequiredBasePath,
  useSessionInServer,
  providerMissing,
  providerInServer,
  providerOutside,
  providerNullSession,
  providerDuplicated,
  providerClientLayout,
  providerLeftoverSession,
  secretMissing,
  secretEmpty,
  secretSplit,
  secretLiteral,
  authSecretTooEarly,
  urlInvalid,
  urlWithoutScheme,
  urlPath,
  urlLocalInProduction,
  urlHttpInProduction,
  urlRemoteInDevelopment,
  basePathProvider,
  basePathUrl,
  cookieIncomplete,
  cookieNameUnknown,
  cookieSecurePrefix,
  cookieSameSiteNone,
  cookieDomainLocalhost,
  cookieDomainFixed,
  cookieAlwaysSecure,
  jwtCustomCodec,
  mwBlocksAuth,
  mwBlocksStatic,
  mwCatchesSignin,
  mwPagesMismatch,
  mwDatabase,
  mwReexport,
  mwBothFiles,
  mwNoHandler,
  mwProxyRuntime,
  mwMatcherInvalid,
  mwMatcherNotStatic,
  mwNotRun,
  mwNoMatcher,
  mwNodeOnly,
  signinNoRefresh,
  versionTooOld,
  versionV5Code,
  versionDuplicate,
  buildStaticExport,
];
