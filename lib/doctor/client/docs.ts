export const OPTIONS_DOCS = "https://next-auth.js.org/configuration/options";
export const MIDDLEWARE_DOCS = "https://next-auth.js.org/configuration/nextjs#middleware";
export const CLIENT_DOCS = "https://next-auth.js.org/getting-started/client";
export const PROXY_DOCS = "https://nextjs.org/docs/app/api-reference/file-conventions/proxy";
export const CONTEXT_DOCS = "https://nextjs.org/docs/app/getting-started/server-and-client-components#context-providers";
