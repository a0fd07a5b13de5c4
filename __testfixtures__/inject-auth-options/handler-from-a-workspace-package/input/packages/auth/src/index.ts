export * from "./handler";
export { authOptions } from "./options";
