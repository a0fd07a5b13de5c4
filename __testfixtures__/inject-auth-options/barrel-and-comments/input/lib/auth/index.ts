export { authOptions } from "./options";
