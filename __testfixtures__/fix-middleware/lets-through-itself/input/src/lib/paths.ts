const open = ["/sign-in", "/api/auth", "/_next/"];
const files = new Set(["/favicon.ico", "/robots.txt"]);

export function isPublic(path: string) {
  if (files.has(path)) return true;
  for (const prefix of open) {
    if (path === prefix || path.startsWith(prefix)) return true;
  }
  return /\.(png|svg)$/.test(path);
}
