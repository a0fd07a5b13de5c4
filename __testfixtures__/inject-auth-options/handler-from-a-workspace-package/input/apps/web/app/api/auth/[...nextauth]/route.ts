export { GET, POST } from "@acme/auth";
