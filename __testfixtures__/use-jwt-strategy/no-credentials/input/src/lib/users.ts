export async function findUser(given: unknown) {
  return given ? { id: "1" } : null;
}
