export async function getServerSession() {
  return { name: "somebody" };
}
