import * as route from "./auth";

export const count = route.authOptions.providers.length;
