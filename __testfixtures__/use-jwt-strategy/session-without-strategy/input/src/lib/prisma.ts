export const prisma = {};
