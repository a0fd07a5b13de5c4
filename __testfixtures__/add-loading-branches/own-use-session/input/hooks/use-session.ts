export function useSession(): { data: { name: string } | null } {
  return { data: null };
}
