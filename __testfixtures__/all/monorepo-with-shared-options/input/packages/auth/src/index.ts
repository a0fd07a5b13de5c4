export { bakeryAuth } from "./options";
