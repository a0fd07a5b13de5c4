export { getServerSession } from "next-auth";
export * from "./options";
