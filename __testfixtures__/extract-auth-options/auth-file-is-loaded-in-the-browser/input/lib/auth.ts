export const canPublish = (role: string) => role === "editor";
