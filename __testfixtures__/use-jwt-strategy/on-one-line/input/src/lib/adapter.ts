import { PrismaAdapter } from "@next-auth/prisma-adapter";

export const adapter = PrismaAdapter({});
