import { createHash } from "node:crypto";

// Passwords are never stored as they are.
export const hashPassword = (password: string) => createHash("sha256").update(password).digest("hex");
