export async function readOptions() {
  const { authOptions } = await import("@/app/api/auth/[...nextauth]/route");
  return authOptions.providers;
}

export const later = () => import("@/app/api/auth/[...nextauth]/route").then((route) => route.authOptions);
