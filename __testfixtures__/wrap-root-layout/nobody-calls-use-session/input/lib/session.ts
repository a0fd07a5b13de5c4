export function useSession() {
  return "nobody";
}
