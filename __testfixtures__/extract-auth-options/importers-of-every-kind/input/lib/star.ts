export * from "../app/api/auth/[...nextauth]/route";
