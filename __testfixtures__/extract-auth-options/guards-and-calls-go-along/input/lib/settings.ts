export const settings = { retries: 1, google: "" };
