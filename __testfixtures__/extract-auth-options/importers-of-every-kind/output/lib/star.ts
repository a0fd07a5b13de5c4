export * from "../app/api/auth/[...nextauth]/route";
export { authOptions } from "./auth";
