export async function findMember(email: string | null | undefined) {
  return email ? { email, number: 7 } : undefined;
}
