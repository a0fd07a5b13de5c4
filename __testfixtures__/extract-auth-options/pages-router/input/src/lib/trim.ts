export const trim = (value: string | undefined) => value?.trim();
