export const roles = ["editor", "reader"];
