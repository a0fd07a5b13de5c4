export { GET } from "@/app/api/auth/[...nextauth]/route";
export { authOptions } from "./auth";
