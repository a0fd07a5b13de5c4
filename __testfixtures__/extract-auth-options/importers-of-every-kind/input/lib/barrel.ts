export { authOptions, GET } from "@/app/api/auth/[...nextauth]/route";
