export { authOptions } from "@/app/api/auth/[...nextauth]/route";

export type Options = import("../app/api/auth/[...nextauth]/route").Handler;
export type Chosen = (typeof import("../app/api/auth/[...nextauth]/route"))["authOptions"];
