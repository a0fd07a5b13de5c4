import * as route from "../app/api/auth/[...nextauth]/route";

export const everything = { ...route };
