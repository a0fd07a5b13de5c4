export const adapter = process.env.DATABASE_URL ? {} : undefined;
