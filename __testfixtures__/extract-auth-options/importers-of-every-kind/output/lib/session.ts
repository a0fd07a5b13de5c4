export { authOptions } from "./auth";

export type Options = import("../app/api/auth/[...nextauth]/route").Handler;
export type Chosen = (typeof import("./auth"))["authOptions"];
