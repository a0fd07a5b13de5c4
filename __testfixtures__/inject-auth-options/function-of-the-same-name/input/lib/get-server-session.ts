import { getServerSession as read } from "next-auth";
import { authOptions } from "./auth";

export function getServerSession() {
  return read(authOptions);
}
