export async function readOptions() {
  const { authOptions } = await import("./auth");
  return authOptions.providers;
}

export const later = () => import("./auth").then((route) => route.authOptions);
