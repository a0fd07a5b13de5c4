export const greet = (name: string | null | undefined) => `Hello ${name ?? "stranger"}`;
