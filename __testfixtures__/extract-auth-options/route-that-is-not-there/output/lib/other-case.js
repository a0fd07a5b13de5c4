import { authOptions } from "./auth";

export const count = authOptions.providers.length;
